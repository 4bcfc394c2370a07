const controller = new AbortController();
const { signal } = controller;
console.log(controller, signal, signal.aborted, signal.reason);
signal.addEventListener('abort', (event) => {
  console.log('listener', event.type, event.target === signal, event.isTrusted, signal.reason.name);
});
signal.onabort = function() {
  console.log('onabort', this === signal);
};
console.log('before');
controller.abort();
console.log('after', signal.aborted);
controller.abort('ignored');
console.log(signal.reason.name, signal.reason.code, signal.reason.message);
