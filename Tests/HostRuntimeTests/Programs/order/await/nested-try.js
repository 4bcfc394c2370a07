// Awaited rejections travel outwards like exceptions, through each finally.
const fail = async () => { await null; throw new Error('deep'); };
(async () => {
  try {
    try {
      await fail();
    } finally {
      console.log('inner finally');
      await null;
    }
  } catch (error) {
    console.log('outer catch', error.message);
  } finally {
    console.log('outer finally');
  }
})();
process.nextTick(() => console.log('tick'));
