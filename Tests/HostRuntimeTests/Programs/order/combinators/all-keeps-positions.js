// Promise.all orders results by position, not by time.
const later = (ms, value) => new Promise((resolve) => {
  setTimeout(() => { console.log('settled', value); resolve(value); }, ms);
});
Promise.all([later(80, 'slow'), later(20, 'fast'), 'plain', later(50, 'middle')]).then(console.log);
