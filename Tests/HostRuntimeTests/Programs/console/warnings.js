// A missing or repeated label makes a process warning.
process.on('warning', (warning) => console.log(warning.name, warning.message));
console.timeEnd('absent');
console.timeLog();
console.time('twice');
console.time('twice');
console.countReset('never counted');
console.countReset();
console.log('warnings come later');
