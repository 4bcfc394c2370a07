// then of a subclass makes promises of the subclass; await and async functions do not.
class Traced extends Promise {
  constructor(executor) {
    super(executor);
    console.log('constructed');
  }
}
const traced = Traced.resolve(1);
const child = traced.then((value) => value + 1);
console.log(child instanceof Traced);
(async () => {
  console.log('before await');
  console.log('await gave', await child);
})().then(() => console.log('plain then'));
