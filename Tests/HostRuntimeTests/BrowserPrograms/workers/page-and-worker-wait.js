// HTML 10.2.4 "run a worker", the step that runs the event loop: a worker's event loop runs as long as a message
// could come. A run of LoopLab ends when page and worker wait for each other and nothing can happen any more; in real
// time that cannot be seen.
// clock: virtual
const worker = new Worker('fixtures/echo.js');
worker.onmessage = ({ data }) => console.log(data);
worker.postMessage('the only one');
