// With nothing referenced the process ends at once; the order of ref and unref calls does not matter, only the last.
const a = setTimeout(() => console.log('a: never'), 30);
const b = setTimeout(() => console.log('b runs'), 30);
a.ref().unref();
b.unref().ref();
setTimeout(() => { b.unref(); }, 10);
process.on('exit', () => console.log('exit'));
