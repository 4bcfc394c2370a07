// abort: onabort counts from where it was first assigned; dependent signals come after the source's listeners.
const controller = new AbortController();
const dependent = AbortSignal.any([controller.signal]);
dependent.addEventListener('abort', () => console.log('dependent'));
controller.signal.addEventListener('abort', () => console.log('listener 1'));
controller.signal.onabort = () => console.log('onabort');
controller.signal.addEventListener('abort', () => console.log('listener 2'));
controller.abort();
console.log('done');
