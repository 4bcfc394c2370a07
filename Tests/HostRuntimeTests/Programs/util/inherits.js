const util = require('node:util');

function Animal(name) {
  this.name = name;
}
Animal.prototype.speak = function() {
  return `${this.name} makes a sound`;
};
function Dog(name) {
  Animal.call(this, name);
}
util.inherits(Dog, Animal);
const dog = new Dog('Rex');
console.log(dog.speak(), dog instanceof Animal, Dog.super_ === Animal, dog);
for (const [ctor, parent] of [[null, Animal], [Dog, undefined], [Dog, {}]]) {
  try {
    util.inherits(ctor, parent);
  } catch (error) {
    console.log(String(error));
  }
}
