// reject takes anything as it is: a promise given to it is not unwrapped.
const inner = Promise.resolve('inner');
Promise.reject(inner).catch((reason) => {
  console.log(reason === inner);
  return reason;
}).then((value) => console.log(value));
