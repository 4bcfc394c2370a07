// HTML 8.1.4.6 "report an exception", step 6.2: an ErrorEvent at window, which can be cancelled; then nothing goes to
// the console.
addEventListener('error', (event) => {
  console.log(event.constructor.name, event.message, event.error.message, event.cancelable, event.lineno);
  event.preventDefault();
});
setTimeout(() => { throw new TypeError('bad'); });
