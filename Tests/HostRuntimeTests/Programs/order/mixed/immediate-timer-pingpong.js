// Timers and immediates that set each other: one phase each.
let n = 0;
const timer = () => { console.log('timer', n); setImmediate(immediate); };
const immediate = () => { console.log('immediate', n); if (++n < 3) setTimeout(timer, 20); };
setTimeout(timer, 20);
