// A promise timer with ref: false does not keep the process alive.
const { setTimeout: sleep, scheduler } = require('node:timers/promises');
sleep(100, 'never', { ref: false }).then(console.log);
scheduler.wait(20).then(() => console.log('waited'));
scheduler.yield().then(() => console.log('yielded'));
process.on('exit', () => console.log('exit'));
