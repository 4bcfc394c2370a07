// HTML 10.2.4 "run a worker", the steps that enable the ports after the script has run, and 9.4.4 "Message ports":
// what is posted before the worker's script has run waits in the port; each message is a task on its side.
const worker = new Worker('fixtures/echo.js', { name: 'echo' });
worker.onmessage = ({ data }) => {
  console.log('page:', data);
  if (data === 'echo of 2') worker.terminate();
};
worker.postMessage(1);
worker.postMessage(2);
console.log('script ends');
