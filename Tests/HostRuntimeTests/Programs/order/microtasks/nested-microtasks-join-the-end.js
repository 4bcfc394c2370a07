// A microtask queued by a microtask joins the end of the same queue.
queueMicrotask(() => {
  console.log('a');
  queueMicrotask(() => {
    console.log('a.a');
    queueMicrotask(() => console.log('a.a.a'));
  });
  queueMicrotask(() => console.log('a.b'));
});
queueMicrotask(() => {
  console.log('b');
  queueMicrotask(() => console.log('b.a'));
});
