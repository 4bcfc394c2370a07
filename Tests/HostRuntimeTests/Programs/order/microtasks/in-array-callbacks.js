// Microtasks queued by forEach run after the whole loop, in its order.
['x', 'y', 'z'].forEach((name) => {
  console.log('visit', name);
  queueMicrotask(() => console.log('micro', name));
});
console.log('loop done');
