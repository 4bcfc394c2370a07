// One rejection seen by many consumers: each branch without handler is reported once.
let reports = 0;
process.on('unhandledRejection', () => { reports += 1; });
const source = Promise.reject(new Error('x'));
for (let i = 0; i < 100; i++) source.then(() => {});
for (let i = 0; i < 100; i++) source.catch(() => {});
setImmediate(() => console.log('reports', reports));
