// The second argument of then does not catch what the first one throws; a catch after it does.
Promise.resolve()
  .then(() => { throw new Error('in then'); }, () => console.log('never'))
  .catch((error) => console.log('later catch', error.message));
Promise.resolve()
  .then(() => { throw new Error('in then 2'); })
  .then(() => console.log('never'), (error) => console.log('second argument', error.message));
