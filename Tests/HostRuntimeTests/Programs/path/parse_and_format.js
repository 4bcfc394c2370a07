const path = require('path');
for (const input of ['/home/user/file.txt', 'file', './.hidden', 'a/b.tar.gz', '/', '', 'dir/', '..', 'a.']) {
  console.log(JSON.stringify(input), path.posix.parse(input));
}
for (const input of ['C:\\dir\\file.txt', 'C:', 'C:file.txt', '\\\\server\\share\\file', 'a/b\\c.d']) {
  console.log(JSON.stringify(input), path.win32.parse(input));
}
console.log(path.posix.format({ dir: '/a', base: 'b.c' }), path.posix.format({ root: '/', name: 'n', ext: 'x' }));
console.log(path.win32.format({ dir: 'C:\\a', name: 'b', ext: '.c' }), JSON.stringify(path.format({})));
