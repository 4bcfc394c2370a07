const { EventEmitter, captureRejectionSymbol } = require('node:events');

class Worker extends EventEmitter {
  constructor() {
    super({ captureRejections: true });
  }

  [captureRejectionSymbol](error, event, ...args) {
    console.log('handler:', error.message, event, args);
  }
}
const worker = new Worker();
worker.on('job', async () => {
  throw new Error('async trouble');
});
worker.on('error', () => console.log('not called'));
worker.emit('job', 1, 2);
console.log('emitted');
