const { aborted } = require('node:util');

async function main() {
  const controller = new AbortController();
  const promise = aborted(controller.signal, {});
  promise.then(() => console.log('the signal aborted'));
  controller.abort();
  console.log('abort called');
  await promise;
  await aborted(AbortSignal.abort(), {}).then((value) => console.log('already', value));
  await aborted(undefined, {}).catch((error) => console.log(String(error)));
  await aborted(controller.signal).catch((error) => console.log(String(error)));
}
main();
