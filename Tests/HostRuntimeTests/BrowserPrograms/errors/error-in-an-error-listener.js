// HTML 8.1.4.6 "report an exception", step 6: in error reporting mode there is no further event; the second error
// goes to the console at once.
let events = 0;
addEventListener('error', (event) => {
  console.log('event', ++events);
  event.preventDefault();
  throw new Error('second');
});
setTimeout(() => { throw new Error('first'); });
setTimeout(() => console.log('end'), 5);
