// Further arguments of nextTick reach the callback; objects are passed, not copied.
const state = { n: 1 };
process.nextTick((a, b, ...rest) => console.log(a, b, rest), 'a', state, 3, 4);
process.nextTick(console.log, 'called by the queue');
state.n = 2;
process.nextTick(function () {
  console.log(arguments.length, this === undefined || this === globalThis);
});
