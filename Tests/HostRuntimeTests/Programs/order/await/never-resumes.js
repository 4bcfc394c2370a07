// An await on a promise that nobody settles just ends with the process; finally does not run.
process.on('exit', (code) => console.log('exit', code));
(async () => {
  try {
    console.log('waiting');
    await new Promise(() => {});
    console.log('never');
  } finally {
    console.log('never either');
  }
})();
