// process.stdout.write and console.log share one stream; writes come out in order.
process.stdout.write('a');
process.stdout.write('b\n');
console.log('c');
process.nextTick(() => process.stdout.write('tick\n'));
process.stdout.write('d\n', () => console.log('write callback'));
console.log('e');
