// reduce over promises makes a sequence; map starts everything at once.
const job = (name) => new Promise((resolve) => {
  console.log('start', name);
  setImmediate(() => { console.log('end', name); resolve(); });
});
['a', 'b'].reduce((last, name) => last.then(() => job(name)), Promise.resolve())
  .then(() => Promise.all(['c', 'd'].map(job)))
  .then(() => console.log('all done'));
