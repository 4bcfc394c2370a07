// setInterval of timers/promises is an async iterator; leaving the loop clears it.
const { setInterval: every } = require('node:timers/promises');
(async () => {
  let rounds = 0;
  for await (const value of every(20, 'tick')) {
    console.log(value, ++rounds);
    if (rounds === 3) break;
  }
  console.log('left the loop');
})();
