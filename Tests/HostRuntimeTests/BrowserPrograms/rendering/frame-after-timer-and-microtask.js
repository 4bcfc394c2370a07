// HTML 8.1.7.3 "update the rendering", step 14: animation frame callbacks run at a rendering opportunity, here at 16
// 2/3 ms; microtasks (step 2.8) and timers that are due earlier come before it.
requestAnimationFrame(() => console.log('frame'));
setTimeout(() => console.log('timer'), 0);
Promise.resolve().then(() => console.log('microtask'));
setTimeout(() => console.log('later timer'), 40);
