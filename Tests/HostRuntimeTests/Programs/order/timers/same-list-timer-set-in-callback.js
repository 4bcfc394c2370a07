// A timer of the same delay set in a callback joins the end of the list but is not due yet.
setTimeout(() => {
  console.log('one');
  setTimeout(() => console.log('set by one'), 20);
}, 20);
setTimeout(() => console.log('two'), 20);
setTimeout(() => console.log('three'), 20);
