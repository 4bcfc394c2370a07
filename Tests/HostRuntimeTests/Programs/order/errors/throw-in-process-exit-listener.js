// An exception in an exit listener changes the code.
process.on('exit', (code) => { console.log('first', code); throw new Error('in exit'); });
process.on('exit', () => console.log('second'));
console.log('script');
