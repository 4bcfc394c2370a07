// SPDX-License-Identifier: MIT
'use strict';
// Stats: kinds, sizes, times and their BigInt form.
const fs = require('node:fs');
const { at } = require('./fixtures/scratch.js');

fs.writeFileSync(at('file'), 'twelve bytes', { mode: 0o640 });
fs.symlinkSync('file', at('link'));
const kinds = ['isFile', 'isDirectory', 'isSymbolicLink', 'isFIFO', 'isSocket', 'isBlockDevice', 'isCharacterDevice'];
const kindOf = (stats) => kinds.filter((kind) => stats[kind]());
for (const [name, stats] of Object.entries({
  file: fs.statSync(at('file')), directory: fs.statSync(at()), link: fs.lstatSync(at('link')),
  'link followed': fs.statSync(at('link')), device: fs.statSync('/dev/null'),
})) console.log(name, kindOf(stats));

fs.utimesSync(at('file'), new Date(1_500_000), 86_400.25);
const stats = fs.statSync(at('file'));
console.log(stats.constructor.name, Object.keys(stats).join(' '));
console.log(stats.size, (stats.mode & 0o777).toString(8), stats.nlink, stats.atimeMs, stats.mtimeMs);
console.log(stats.atime.toISOString(), stats.mtime.toISOString(), stats instanceof fs.Stats);
console.log(stats.ctime instanceof Date, stats.birthtimeMs > 0, stats.ctimeMs >= stats.birthtimeMs);

const big = fs.statSync(at('file'), { bigint: true });
console.log(big.constructor.name, big.size, big.mtimeMs, big.mtimeNs, big.mtime.getTime(), typeof big.ino);
console.log(Object.keys(big).filter((key) => !(key in stats)));
fs.stat(at('file'), { bigint: true }, (error, stats) => {
  console.log(error, stats.size);
  fs.promises.lstat(at('link')).then((stats) => console.log(stats.isSymbolicLink(), stats.size));
});
