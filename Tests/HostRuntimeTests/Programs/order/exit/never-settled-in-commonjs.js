// In CommonJS a function that waits for ever is no failure.
process.on('exit', (code) => console.log('exit', code));
(async () => { await new Promise(() => {}); })();
