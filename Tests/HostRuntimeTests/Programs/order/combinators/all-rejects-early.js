// Promise.all rejects at the first rejection; the others go on regardless.
const later = (ms, value) => new Promise((resolve) => {
  setTimeout(() => { console.log('finished', value); resolve(value); }, ms);
});
const fail = (ms) => new Promise((_, reject) => setTimeout(reject, ms, new Error('failed')));
Promise.all([later(20, 'a'), fail(50), later(80, 'b')])
  .then(() => console.log('never'), (error) => console.log('all', error.message));
