// Many methods go through console.log or console.warn, so a replaced one hears them.
const heard = [];
const { log, warn } = console;
console.log = (...args) => heard.push(['log', ...args]);
console.warn = (...args) => heard.push(['warn', ...args]);
console.count();
console.group('label');
console.groupEnd();
console.table([1]);
console.table('no table');
console.assert(false, 'failed');
console.info('info does not');
console.dir('dir does not');
console.log = log;
console.warn = warn;
for (const call of heard) console.log(call);
