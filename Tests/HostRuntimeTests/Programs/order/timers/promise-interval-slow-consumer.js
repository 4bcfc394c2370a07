// Ticks that come while the consumer is busy are counted and delivered afterwards.
const { setInterval: every, setTimeout: sleep } = require('node:timers/promises');
(async () => {
  let rounds = 0;
  for await (const _ of every(40)) {
    console.log('round', ++rounds);
    if (rounds === 1) await sleep(140);
    if (rounds === 4) break;
    queueMicrotask(() => console.log('micro', rounds));
  }
})();
