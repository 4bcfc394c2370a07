// Starting a failing job and awaiting it after something slower leaves it unhandled for a while.
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
process.on('rejectionHandled', () => console.log('rejectionHandled'));
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const fail = async () => { throw new Error('early'); };
(async () => {
  const job = fail();
  await sleep(30);
  try { await job; } catch (error) { console.log('caught', error.message); }
})();
