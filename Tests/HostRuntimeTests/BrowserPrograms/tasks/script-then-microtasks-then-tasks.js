// HTML 8.1.7.3 "Processing model", steps 2.6 and 2.8: the script is a task, and the microtask checkpoint after it
// runs before the next task is chosen (2.1).
setTimeout(() => console.log('task'));
Promise.resolve().then(() => console.log('promise job'));
queueMicrotask(() => console.log('queueMicrotask'));
console.log('script');
