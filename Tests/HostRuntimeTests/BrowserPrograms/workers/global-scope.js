// HTML 10.2.1 "WorkerGlobalScope" and 10.2.4 "run a worker", the step that makes the realm: a worker's global object
// is no window: it has no document and no frames, but the functions of WindowOrWorkerGlobalScope.
const worker = new Worker('fixtures/scope.js');
worker.onmessage = ({ data }) => {
  console.log(data.join('\n'));
  worker.terminate();
};
