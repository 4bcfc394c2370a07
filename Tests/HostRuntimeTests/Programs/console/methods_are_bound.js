// Methods can be taken off the console and handed on.
const { log, info, group, groupEnd, count, table } = console;
log('log');
info('info');
group('group');
count('count');
table([1]);
groupEnd();
['a', 'b'].forEach(console.log);
Promise.resolve('from then').then(console.log);
setTimeout(console.log, 0, 'from', 'timer');
