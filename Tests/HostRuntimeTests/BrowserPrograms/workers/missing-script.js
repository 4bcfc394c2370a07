// HTML 10.2.4 "run a worker", step 13.3: a script that cannot be fetched fires an error event at the Worker object,
// in a task.
new Worker('fixtures/missing.js').onerror = (event) => console.log(event.constructor.name, event.type);
console.log('script ends');
