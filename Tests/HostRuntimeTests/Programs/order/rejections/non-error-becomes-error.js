// A reason that is no Error is wrapped when it goes to uncaughtException; unhandledRejection gets it as it is.
process.on('uncaughtException', (error) => console.log(error instanceof Error, error.code));
Promise.reject('plain text');
Promise.reject(undefined);
setTimeout(() => {
  process.on('unhandledRejection', (reason) => console.log(typeof reason, reason));
  Promise.reject('plain text again');
}, 30);
