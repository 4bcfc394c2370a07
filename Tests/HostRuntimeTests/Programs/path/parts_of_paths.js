const path = require('path');
for (const input of ['/a/b/c.js', 'c.js', '/a/b/', '/', '', '.bashrc', 'a.b.c', 'a/..', 'x.']) {
  console.log(JSON.stringify(input), path.posix.dirname(input), path.posix.basename(input), path.posix.extname(input));
}
console.log(path.basename('/a/b.html', '.html'), path.basename('.html', '.html'), path.basename('b.html/', '.html'));
for (const input of ['C:\\a\\b.c', 'C:\\', 'C:', '\\\\s\\h\\f', 'a\\b/c']) {
  console.log(input, path.win32.dirname(input), path.win32.basename(input), path.win32.isAbsolute(input));
}
