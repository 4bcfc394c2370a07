// A CommonJS module is a function body: this is exports, and there are five parameters.
console.log(this === module.exports, arguments.length, typeof __filename, typeof __dirname);
console.log(require.main === module, module.id, module.loaded);
process.nextTick(() => console.log('loaded', module.loaded));
exports.a = 1;
module.exports = { b: 2 };
console.log(exports === module.exports);
