// HTML 8.1.4.4 "clean up after running script", step 3: the stack is empty after each animation frame callback, so
// there is a microtask checkpoint after each, not one after the frame.
for (const name of ['A', 'B']) {
  requestAnimationFrame(() => {
    console.log('frame', name);
    queueMicrotask(() => console.log('microtask', name));
  });
}
