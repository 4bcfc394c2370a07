// Two workers take jobs from one queue: never more than two run at once.
const jobs = ['a', 'b', 'c', 'd', 'e'];
let running = 0;
async function worker(name) {
  while (jobs.length > 0) {
    const job = jobs.shift();
    console.log(name, 'starts', job, 'running', ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    console.log(name, 'ends', job);
  }
}
Promise.all([worker('w1'), worker('w2')]).then(() => console.log('idle'));
