const attempts = [
  () => URL('http://a'),
  () => URL.prototype.href,
  () => URL.prototype.host,
  () => URLSearchParams.prototype.get.call({}, 'a'),
  () => new URLSearchParams('a').append('b'),
  () => new URLSearchParams('a').forEach(5),
  () => new URLSearchParams('a').keys().next.call({}),
];
for (const attempt of attempts) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.code ? error.message : '');
  }
}
console.log(Object.keys(URL.prototype).join(), Object.keys(URLSearchParams.prototype).join());
