// Also what is no Error reaches the listener as it is.
process.on('uncaughtException', (value) => console.log(typeof value, value));
[undefined, null, 0, 'text', Symbol.iterator].forEach((value) => setImmediate(() => { throw value; }));
