// Causes and aggregated errors keep what went wrong inside.
const low = new Error('low');
const high = new Error('high', { cause: low });
console.log(high.cause === low, high.cause.message);
Promise.any([Promise.reject(low), Promise.reject(high)]).catch((error) => {
  console.log(error instanceof AggregateError, error.errors.map((each) => each.message).join());
});
console.log(new AggregateError([1, 2], 'several').errors.length);
