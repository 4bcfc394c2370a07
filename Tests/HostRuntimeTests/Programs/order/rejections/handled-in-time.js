// A handler added in the script, a tick or a microtask is in time.
process.on('unhandledRejection', () => console.log('never printed'));
const inScript = Promise.reject(new Error('script'));
const inTick = Promise.reject(new Error('tick'));
const inMicrotask = Promise.reject(new Error('microtask'));
inScript.catch((error) => console.log(error.message));
process.nextTick(() => inTick.catch((error) => console.log(error.message)));
Promise.resolve().then(() => {}).then(() => inMicrotask.catch((error) => console.log(error.message)));
