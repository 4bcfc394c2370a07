// await of a subclass instance goes through its own then; await of a plain promise does not call then at all.
class Loud extends Promise {
  then(good, bad) {
    console.log('Loud then');
    return super.then(good, bad);
  }
}
const loud = Loud.resolve('loud');
(async () => console.log(await loud))();
(async () => console.log(await Promise.resolve('plain')))();
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3));
