// Inside an immediate, a timer that is due by then comes before the next immediate.
setImmediate(() => {
  setImmediate(() => console.log('next immediate'));
  setTimeout(() => console.log('due timer'), 0);
  const end = performance.now() + 10;
  while (performance.now() < end);
  console.log('first immediate');
});
