// A timer that clears the interval before its next round.
const interval = setInterval(() => console.log('interval'), 40);
setTimeout(() => { clearInterval(interval); console.log('cleared'); }, 100);
