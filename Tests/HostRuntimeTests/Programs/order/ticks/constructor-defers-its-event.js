// Why libraries use nextTick: the listener can be added after the constructor has returned.
const { EventEmitter } = require('node:events');
class Server extends EventEmitter {
  constructor(polite) {
    super();
    if (polite) process.nextTick(() => this.emit('listening', 'polite'));
    else this.emit('listening', 'hasty');
  }
}
new Server(false).on('listening', (name) => console.log(name));
new Server(true).on('listening', (name) => console.log(name));
console.log('listeners added');
