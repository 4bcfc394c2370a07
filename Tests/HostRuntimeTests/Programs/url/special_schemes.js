// Default ports vanish, backslashes count as slashes, and a special URL always has a path.
for (const input of ['http://h:80', 'https://h:443', 'ws://h:80', 'wss://h:443', 'ftp://h:21', 'http://h:443',
  'foo://h:80', 'http:\\\\h\\a\\b', 'foo:\\\\h', 'http:h', 'http:////h', 'foo://h', 'foo:', 'HTTP://H', 'Foo://H']) {
  const url = new URL(input);
  console.log(input, '->', url.href, url.origin, JSON.stringify(url.pathname));
}
console.log(new URL('blob:https://example.com/id').origin, new URL('data:text/plain,x').origin);
