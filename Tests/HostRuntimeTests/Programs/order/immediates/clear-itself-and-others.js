// Clearing a running immediate does nothing; clearing one queued meanwhile works.
const self = setImmediate(() => {
  clearImmediate(self);
  const next = setImmediate(() => console.log('never'));
  setImmediate(() => console.log('next turn'));
  clearImmediate(next);
  console.log('self runs on');
});
