const path = require('path');
for (const parts of [['a', 'b'], ['/a', '../b'], ['a', '', 'b/'], ['..', '..', 'x'], [''], [], ['/', '..', 'a'], ['./'],
  ['a//b', './c/..']]) {
  console.log(parts, path.posix.join(...parts), path.win32.join(...parts));
}
for (const input of ['', '.', '/..', 'a/../..', '//a//b', './a/.', 'C:\\a\\..\\b', 'C:a', '\\\\server\\share\\x\\..']) {
  console.log(JSON.stringify(input), path.posix.normalize(input), path.win32.normalize(input));
}
