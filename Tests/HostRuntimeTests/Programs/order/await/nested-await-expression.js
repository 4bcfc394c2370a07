// await await is two awaits; the second one sees a plain value and still yields.
(async () => { await await 1; console.log('two awaits'); })();
(async () => { await 1; console.log('one await'); })();
Promise.resolve().then(() => console.log('round 1')).then(() => console.log('round 2'))
  .then(() => console.log('round 3'));
