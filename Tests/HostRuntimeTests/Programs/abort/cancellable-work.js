// The usual shape of a cancellable promise: look first, listen, clean up.
function wait(ms, signal) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve('finished');
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
async function main() {
  const controller = new AbortController();
  console.log(await wait(1, controller.signal));
  const slow = wait(1000, controller.signal);
  setTimeout(() => controller.abort(new Error('cancelled')), 1);
  await slow.catch((error) => console.log(error.message));
  await wait(1, controller.signal).catch((error) => console.log('at once:', error.message));
}
main();
