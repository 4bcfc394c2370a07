// HTML 8.1.4.4 "clean up after running script", step 3: the checkpoint comes when the callback has returned, before
// the interval is armed again (8.6, step 9.9), so a microtask can still clear it.
const id = setInterval(() => {
  console.log('callback');
  queueMicrotask(() => { console.log('microtask'); clearInterval(id); });
}, 1);
setTimeout(() => console.log('end'), 20);
