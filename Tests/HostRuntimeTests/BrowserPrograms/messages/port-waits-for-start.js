// HTML 9.4.4 "Message ports", start(), step 1: a port's queue is enabled by start(), or by the first setting of
// onmessage; addEventListener alone does not enable it.
const { port1, port2 } = new MessageChannel();
port1.addEventListener('message', ({ data }) => console.log(data));
port2.postMessage('held back');
setTimeout(() => {
  console.log('start');
  port1.start();
}, 5);
