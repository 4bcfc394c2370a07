// A chain goes on after catch; throwing again sends it to the next catch.
Promise.reject(new Error('a'))
  .then(() => console.log('skipped'))
  .catch((error) => { console.log('caught', error.message); return 'recovered'; })
  .then((value) => { console.log(value); throw new Error('b'); })
  .then(() => console.log('skipped too'))
  .catch((error) => { console.log('caught', error.message); throw new Error('c'); })
  .finally(() => console.log('finally'))
  .catch((error) => console.log('caught', error.message));
