// The capture callback takes the place of the listeners.
process.on('uncaughtException', () => console.log('never'));
process.removeAllListeners('uncaughtException');
process.setUncaughtExceptionCaptureCallback((error) => console.log('captured', error.message));
console.log(process.hasUncaughtExceptionCaptureCallback());
setImmediate(() => { throw new Error('one'); });
setTimeout(() => { throw new Error('two'); }, 120);
