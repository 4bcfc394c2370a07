const events = require('node:events');

const emitter = new events.EventEmitter();
const attempts = [
  () => emitter.on('x'),
  () => emitter.once('x', 5),
  () => emitter.off('x', 'listener'),
  () => emitter.setMaxListeners(-1),
  () => emitter.setMaxListeners('many'),
  () => { events.defaultMaxListeners = NaN; },
  () => new events.EventEmitter({ captureRejections: 'yes' }),
  () => events.getEventListeners({}, 'x'),
  () => events.on({}, 'x'),
];
for (const attempt of attempts) {
  try {
    attempt();
    console.log('no error');
  } catch (error) {
    console.log(String(error));
  }
}
