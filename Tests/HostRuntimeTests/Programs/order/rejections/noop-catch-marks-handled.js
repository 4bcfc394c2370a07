// An empty catch marks the promise handled; a later await still throws.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
(async () => {
  const job = Promise.reject(new Error('early'));
  job.catch(() => {});
  await sleep(30);
  try { await job; } catch (error) { console.log('caught', error.message); }
})();
