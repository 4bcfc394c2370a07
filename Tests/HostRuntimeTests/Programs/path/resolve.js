const path = require('path');
const here = process.cwd();
console.log(path.resolve() === here, path.resolve('a') === `${here}/a`, path.resolve('/a', 'b', '../c', ''));
console.log(path.resolve('/a', '/b', 'c'), path.resolve('/..', '..'), path.win32.resolve('C:\\a', '..\\b', 'D:\\x',
  'y'));
console.log(path.win32.resolve('C:\\a', '\\b'), path.win32.resolve('\\\\s\\h\\', 'x'), path.toNamespacedPath('/x'));
console.log(path.win32.toNamespacedPath('C:\\a'), path.win32.toNamespacedPath('\\\\s\\h\\a'));
