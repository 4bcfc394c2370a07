const { EventEmitter } = require('node:events');
const util = require('node:util');

function Door() {
  EventEmitter.call(this);
}
util.inherits(Door, EventEmitter);
Door.prototype.open = function() {
  this.emit('open', 'creak');
};
const door = new Door();
door.on('open', function(sound) {
  console.log(sound, this === door, this instanceof EventEmitter);
});
door.open();
console.log(Door.super_ === EventEmitter, door);
