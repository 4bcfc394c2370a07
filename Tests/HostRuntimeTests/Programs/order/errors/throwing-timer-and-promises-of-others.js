// An exception ends only its own callback: promises resolved earlier in it still continue.
process.on('uncaughtException', (error) => console.log('caught', error.message));
let resolve;
const promise = new Promise((r) => { resolve = r; });
promise.then((value) => console.log('handler', value));
setTimeout(() => {
  resolve('resolved before the throw');
  throw new Error('afterwards');
}, 20);
