// require runs a module's body synchronously; its ticks and promises come after the whole script.
console.log('before require');
const { value } = require('./fixtures/queues.cjs');
console.log('after require', value);
process.nextTick(() => console.log('tick of main'));
