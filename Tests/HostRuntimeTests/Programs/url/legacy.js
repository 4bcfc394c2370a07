const url = require('url');
console.log(url.parse('http://user:pass@sub.example.com:8080/p/a?q=1&q=2#hash', true));
console.log(url.parse('//host/path', false, true).host, url.parse('/only/path?x').query, url.parse('mailto:a@b').auth);
for (const [from, to] of [['/one/two/three', 'four'], ['http://example.com/', '/one'], ['http://example.com/one',
  '/two'],
  ['http://example.com/a/b?c', '?d'], ['http://example.com/a/b', '../c'], ['a/b', '../../c'], ['http://a', '//b/c']]) {
  console.log(url.resolve(from, to));
}
console.log(url.format({ protocol: 'http', hostname: 'h', port: 1, pathname: 'p', query: { a: [1, 2], b: 'x y' } }));
console.log(url.format(new URL('http://u:p@xn--bcher-kva.de/?q#h'), { unicode: true, auth: false, fragment: false }));
console.log(url.urlToHttpOptions(new URL('http://u:p@[::1]:81/a?b#c')));
