const path = require('path');
for (const attempt of [() => path.join('a', 5), () => path.resolve({}), () => path.dirname(), () => path.basename('a',
  1),
  () => path.parse(null), () => path.format('a'), () => path.relative('a'), () => path.extname([])]) {
  try {
    attempt();
  } catch (error) {
    console.log(String(error));
  }
}
console.log(path.sep, path.delimiter, path.win32.sep, path.win32.delimiter, path === path.posix,
  path.posix.win32 === path.win32);
