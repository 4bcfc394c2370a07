// DOM 2.9 "inner invoke", step 2.11: what a listener throws is reported, the next listener is called, and
// dispatchEvent does not throw.
addEventListener('error', (event) => {
  console.log('reported:', event.error.message);
  event.preventDefault();
});
const target = new EventTarget();
target.addEventListener('x', () => { throw new Error('one'); });
target.addEventListener('x', () => console.log('two'));
console.log(target.dispatchEvent(new Event('x')));
