// Without a listener the same program dies before the await is reached.
process.on('exit', (code) => console.log('exit', code));
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const fail = async () => { throw new Error('early'); };
(async () => {
  const job = fail();
  await sleep(30);
  try { await job; } catch { console.log('never'); }
})();
