// The callback runs on a tick, so what it throws is an uncaught exception and no rejection.
const util = require('node:util');

process.on('uncaughtException', (error) => console.log('uncaught:', error.message));
process.on('unhandledRejection', () => console.log('not called'));
util.callbackify(async () => 1)(() => {
  throw new Error('in callback');
});
