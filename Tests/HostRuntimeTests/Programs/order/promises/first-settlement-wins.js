// Only the first call of resolve or reject counts; the rest is ignored without a word.
const settle = new Promise((resolve, reject) => {
  resolve('first');
  reject(new Error('second'));
  resolve('third');
  throw new Error('fourth');
});
settle.then(console.log, console.log);
