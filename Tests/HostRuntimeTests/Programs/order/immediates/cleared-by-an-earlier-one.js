// An immediate can clear a later one of the same phase.
let third;
setImmediate(() => { console.log('first clears third'); clearImmediate(third); });
setImmediate(() => console.log('second'));
third = setImmediate(() => console.log('third: never'));
setImmediate(() => console.log('fourth'));
