// HTML 9.4.4 "transfer steps" of a MessagePort, step 1, and 9.4.5: a port can be sent to a worker, which then talks
// to the other end directly; the port that was sent is of no use any more.
const { port1, port2 } = new MessageChannel();
const worker = new Worker('fixtures/port.js');
worker.postMessage('here is a port', [port2]);
port1.onmessage = ({ data }) => {
  console.log(data);
  worker.terminate();
};
try {
  worker.postMessage(null, [port2]);
} catch (error) {
  console.log(error.name);
}
