// SPDX-License-Identifier: MIT
// A promise-based timer is cancelled by a timeout signal; the reason of the signal is the error's cause.
const { setTimeout: sleep } = require('node:timers/promises');

(async () => {
  try {
    await sleep(10000, undefined, { signal: AbortSignal.timeout(20) });
    console.log('never');
  } catch (error) {
    console.log(error.name, error.code, error.cause.name, error.cause instanceof DOMException);
  }
  console.log(await sleep(5, 'in time', { signal: AbortSignal.timeout(500) }));
})();
