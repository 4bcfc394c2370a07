// Only the first call of resolve or reject by a thenable counts; exceptions after it are ignored.
const twice = {
  then(resolve, reject) {
    resolve('first');
    resolve('second');
    reject(new Error('third'));
    throw new Error('fourth');
  },
};
const early = { then() { throw new Error('thrown before'); } };
Promise.resolve(twice).then(console.log);
Promise.resolve(early).catch((error) => console.log(error.message));
