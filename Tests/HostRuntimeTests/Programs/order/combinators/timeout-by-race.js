// A timeout made with race; clearing its timer lets the process end early.
const withTimeout = (promise, ms) => {
  let timer;
  const timeout = new Promise((_, reject) => { timer = setTimeout(reject, ms, new Error('timed out')); });
  return Promise.race([promise, timeout]).finally(() => { console.log('clearing'); clearTimeout(timer); });
};
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms, `slept ${ms}`));
withTimeout(sleep(20), 5000).then(console.log);
withTimeout(sleep(100), 50).catch((error) => console.log(error.message));
