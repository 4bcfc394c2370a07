// HTML 10.2.1.1, close(), step 1: the tasks that wait in the worker are dropped and no further one is queued; the
// script that called it runs to its end, and what it posted before arrives.
// clock: virtual
const worker = new Worker('fixtures/closing.js');
worker.onmessage = ({ data }) => console.log(data);
