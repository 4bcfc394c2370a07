const shared = new Int32Array(new SharedArrayBuffer(8));
console.log(Atomics.waitAsync(shared, 0, 1), Atomics.waitAsync(shared, 0, 0, 0));
const waiting = Atomics.waitAsync(shared, 0, 0, 1000);
console.log(waiting.async, waiting.value instanceof Promise);
waiting.value.then((answer) => console.log('first', answer));
Atomics.waitAsync(shared, 1, 0, 500).value.then((answer) => console.log('second', answer));
console.log(Atomics.notify(shared, 0));
for (const attempt of [() => Atomics.waitAsync(new Int32Array(1), 0, 0), () => Atomics.waitAsync(new Int8Array(1), 0,
  0),
  () => Atomics.waitAsync(shared, 2, 0), () => Atomics.waitAsync({}, 0, 0)]) {
  try {
    attempt();
  } catch (error) {
    console.log(String(error));
  }
}
