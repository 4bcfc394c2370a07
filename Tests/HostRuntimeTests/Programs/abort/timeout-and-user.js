// SPDX-License-Identifier: MIT
// AbortSignal.any of a timeout and a controller: whichever comes first gives the reason.
function race(delay, limit) {
  const controller = new AbortController();
  const signal = AbortSignal.any([AbortSignal.timeout(limit), controller.signal]);
  setTimeout(() => controller.abort(new Error('by the user')), delay);
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)));
}

(async () => {
  for (const [delay, limit] of [[10, 60], [60, 10]]) {
    const reason = await race(delay, limit);
    console.log(reason.name, reason.message);
  }
})();
