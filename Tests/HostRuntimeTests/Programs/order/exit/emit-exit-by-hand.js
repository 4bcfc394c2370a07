// Emitting 'exit' by hand only calls the listeners.
process.on('exit', (code) => console.log('listener', code));
process.emit('exit', 'by hand');
console.log('still here');
