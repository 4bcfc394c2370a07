// Where a tick is queued decides, not how deep it stands.
Promise.resolve().then(() => {
  console.log('promise 1');
  process.nextTick(() => {
    console.log('tick in promise');
    Promise.resolve().then(() => console.log('promise in tick'));
    process.nextTick(() => console.log('tick in tick'));
  });
}).then(() => console.log('promise 2'));
process.nextTick(() => console.log('outer tick'));
