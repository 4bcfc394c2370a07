// HTML 8.1.4.6 "report an exception", steps 6 and 7.2: what no listener in the worker handles is an error event at
// the Worker object; if nobody cancels it there, it goes to the page's console. Neither side ends.
// clock: virtual
const worker = new Worker('fixtures/throwing.js');
worker.onerror = (event) => {
  console.log('page:', event.message);
  if (event.message.includes('first')) event.preventDefault();
};
worker.onmessage = ({ data }) => {
  console.log('page:', data);
  worker.terminate();
};
