// An immediate queued by a microtask of the check phase also waits for the next turn.
setImmediate(() => { console.log('1'); queueMicrotask(() => setImmediate(() => console.log('from microtask'))); });
setImmediate(() => { console.log('2'); process.nextTick(() => setImmediate(() => console.log('from tick'))); });
setImmediate(() => console.log('3'));
