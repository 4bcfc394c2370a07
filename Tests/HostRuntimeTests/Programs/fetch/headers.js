// Names are case-insensitive and sorted, values of one name joined, cookies kept apart.
const headers = new Headers([['b', '2'], ['A', '1'], ['a', ' 3 ']]);
headers.append('Set-Cookie', 'x=1');
headers.append('set-cookie', 'y=2');
headers.set('C', 4);
console.log([...headers]);
console.log(headers.get('A'), headers.get('zz'), headers.has('B'), headers.getSetCookie());
headers.delete('b');
headers.forEach((value, name) => console.log(name, value));
console.log([...headers.keys()], [...headers.values()]);
console.log(headers, new Headers(headers).get('a'), new Headers({ x: 1 }).get('X'));
for (const attempt of [
  () => new Headers(5), () => new Headers(null), () => new Headers([['a']]), () => new Headers({ 'a b': 1 }),
  () => new Headers({ a: 'x\ny' }), () => headers.get(), () => headers.append('a'),
]) {
  try {
    attempt();
  } catch (error) {
    console.log(`${error}`);
  }
}
