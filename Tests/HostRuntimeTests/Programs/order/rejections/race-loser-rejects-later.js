// The loser of a race may reject later without being unhandled, because race has attached handlers to it.
process.on('unhandledRejection', () => console.log('never printed'));
const late = new Promise((_, reject) => setTimeout(reject, 50, new Error('loser')));
Promise.race([Promise.resolve('winner'), late]).then(console.log);
setTimeout(() => console.log('quiet'), 90);
