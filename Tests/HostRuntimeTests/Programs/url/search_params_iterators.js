// Iterators are live, and console.log shows what is still to come.
const params = new URLSearchParams('a=1&b=2&c=3');
const entries = params.entries();
console.log(entries, params.keys(), params.values());
entries.next();
params.append('d', '4');
console.log(entries, Object.prototype.toString.call(entries));
for (const [name] of params) {
  if (name === 'a') params.delete('b');
  console.log(name);
}
console.log(params.keys().next(), new URLSearchParams().keys().next());
console.log(params[Symbol.iterator] === params.entries, typeof entries[Symbol.iterator]);
