// HTML 8.1.4.4 "run a module script", step 7: evaluation gives a promise; a module that awaits is taken up again by a
// microtask, and tasks run meanwhile.
setTimeout(() => console.log('timer'), 1);
console.log('before');
await null;
console.log('after a microtask');
await new Promise((resolve) => setTimeout(resolve, 10));
console.log('after a timer');
