// nextTick and queueMicrotask check their argument at once.
for (const queue of [process.nextTick, queueMicrotask]) {
  for (const value of [undefined, 'x', {}]) {
    try {
      queue(value);
    } catch (error) {
      console.log(error.name, error.code);
    }
  }
}
console.log('end');
