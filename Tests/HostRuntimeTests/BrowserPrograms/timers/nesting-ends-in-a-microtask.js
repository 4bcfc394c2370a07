// HTML 8.6 "timer initialization steps", step 3, with 8.1.7.3 "perform a microtask checkpoint", step 3.2: in a
// microtask the currently running task is the microtask, which no timer made. So a chain through promises is not
// clamped.
// clock: virtual
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
(async () => {
  for (let i = 0; i < 12; i++) await sleep(0);
  console.log(performance.now() < 4);
})();
