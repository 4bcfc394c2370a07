// An immediate queued by an immediate waits for the next turn.
setImmediate(() => {
  console.log('1');
  setImmediate(() => { console.log('1.1'); setImmediate(() => console.log('1.1.1')); });
});
setImmediate(() => { console.log('2'); setImmediate(() => console.log('2.1')); });
setImmediate(() => console.log('3'));
