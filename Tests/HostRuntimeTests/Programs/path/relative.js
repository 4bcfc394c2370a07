const path = require('path');
for (const [from, to] of [['/a/b/c', '/a/d'], ['/a', '/a'], ['/a', '/a/b'], ['/a/b', '/'], ['/foo/bar', '/foo/barbaz'],
  ['/', '/x/y']]) {
  console.log(from, to, JSON.stringify(path.posix.relative(from, to)));
}
for (const [from, to] of [['C:\\a\\b', 'C:\\a\\c'], ['C:\\a', 'D:\\b'], ['C:\\A', 'c:\\a\\b'], ['\\\\s\\h\\a',
  '\\\\s\\h\\b']]) {
  console.log(from, to, JSON.stringify(path.win32.relative(from, to)));
}
