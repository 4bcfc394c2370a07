// Keeping the promise, not the value, makes parallel callers share one job.
let starts = 0;
let cached;
const load = () => (cached ??= new Promise((resolve) => {
  starts += 1;
  setTimeout(resolve, 20, 'data');
}));
Promise.all([load(), load(), load()]).then((values) => console.log(values.join(), 'starts', starts));
load().then((value) => console.log('fourth caller', value));
