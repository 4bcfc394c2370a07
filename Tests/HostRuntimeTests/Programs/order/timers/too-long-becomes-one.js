// A delay above 2^31-1 becomes 1, with a warning.
process.on('warning', (warning) => console.log(warning.name));
setTimeout(() => console.log('fired soon'), 2 ** 31);
const far = setTimeout(() => console.log('never'), 2 ** 31 - 1);
setTimeout(() => { clearTimeout(far); console.log('far one cleared'); }, 50);
