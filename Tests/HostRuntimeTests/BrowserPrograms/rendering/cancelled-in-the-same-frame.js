// HTML 8.11 "run the animation frame callbacks", step 3: a handle whose callback was cancelled by an earlier one of
// the same frame is passed over.
requestAnimationFrame(() => {
  console.log('A');
  cancelAnimationFrame(b);
  queueMicrotask(() => cancelAnimationFrame(c));
});
const b = requestAnimationFrame(() => console.log('never'));
const c = requestAnimationFrame(() => console.log('never'));
requestAnimationFrame(() => console.log('D'));
cancelAnimationFrame(requestAnimationFrame(() => console.log('never')));
