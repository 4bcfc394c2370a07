// process is an EventEmitter: own events work as usual.
process.on('custom', (value) => console.log('custom', value));
process.once('custom', () => console.log('once'));
console.log(process.emit('custom', 1), process.emit('custom', 2), process.emit('nobody'));
