// Nested zero timers take a turn each; immediates fill the time between.
let immediates = 0;
let done = false;
(function spin() { immediates += 1; if (!done) setImmediate(spin); })();
const finish = () => { done = true; console.log('third level', immediates > 3); };
setTimeout(() => setTimeout(() => setTimeout(finish, 0), 0), 0);
