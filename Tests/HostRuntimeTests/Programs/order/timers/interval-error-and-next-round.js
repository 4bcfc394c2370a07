// An interval whose callback throws goes on when a listener catches the error.
process.on('uncaughtException', (error) => console.log('caught', error.message));
let rounds = 0;
const interval = setInterval(() => {
  if (++rounds === 3) return clearInterval(interval);
  throw new Error(`round ${rounds}`);
}, 20);
