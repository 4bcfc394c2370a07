// HTML 10.2.4 "run a worker", the step for a script that is null: a script that cannot be fetched fires an error
// event at the Worker object, in a task.
new Worker('fixtures/missing.js').onerror = (event) => console.log(event.constructor.name, event.type);
console.log('script ends');
