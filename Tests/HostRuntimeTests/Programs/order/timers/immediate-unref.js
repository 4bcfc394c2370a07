// Immediates can be unreferenced as well.
setImmediate(() => console.log('never')).unref();
const other = setImmediate(() => console.log('never')).unref();
console.log(other.hasRef());
process.on('exit', () => console.log('exit'));
