const { EventEmitter } = require('node:events');

class Station extends EventEmitter {
  constructor() {
    super();
    this.track = 9;
  }
}
console.log(new EventEmitter());
const station = new Station();
station.on('arrive', function onArrive() {});
station.on('arrive', () => {});
station.once('leave', function onLeave() {});
station.setMaxListeners(3);
console.log(station);
console.log([station.getMaxListeners(), new EventEmitter().getMaxListeners()]);
console.log(Object.keys(station));
