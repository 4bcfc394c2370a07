// One async function that visits each queue.
const tick = () => new Promise((resolve) => process.nextTick(resolve));
const immediate = () => new Promise((resolve) => setImmediate(resolve));
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
(async () => {
  console.log('script');
  await tick();
  console.log('after tick');
  await null;
  console.log('after microtask');
  await immediate();
  console.log('after immediate');
  await sleep(20);
  console.log('after timer');
})();
setImmediate(() => console.log('another immediate'));
