// A promise resolved with a pending promise is locked in: later calls do nothing, though it has not settled.
let open;
const inner = new Promise((resolve) => { open = resolve; });
const outer = new Promise((resolve) => {
  resolve(inner);
  resolve('too late');
});
outer.then((value) => console.log('outer', value));
inner.then((value) => console.log('inner', value));
setTimeout(() => {
  console.log('opening');
  open('from inner');
}, 20);
