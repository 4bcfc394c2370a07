// Symbol.species decides what then creates.
class Quiet extends Promise {
  static get [Symbol.species]() { return Promise; }
}
const child = Quiet.resolve('x').then((value) => value);
console.log(child instanceof Quiet, child.constructor.name);
child.then(console.log);
Promise.resolve().then(() => console.log('same depth as the first then'));
