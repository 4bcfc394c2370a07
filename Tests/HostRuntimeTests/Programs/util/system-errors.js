const util = require('node:util');

console.log(util.getSystemErrorName(-2), util.getSystemErrorName(-13), util.getSystemErrorMap().get(-17));
for (const wrong of [5, 'ENOENT', -1.5]) {
  try {
    util.getSystemErrorName(wrong);
  } catch (error) {
    console.log(String(error));
  }
}
