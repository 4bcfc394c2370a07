// race takes the first to settle, also a rejection; the order in the array decides among settled ones.
Promise.race([Promise.reject(new Error('first')), Promise.resolve('second')])
  .catch((error) => console.log(error.message));
Promise.race([Promise.resolve('first'), Promise.reject(new Error('second'))]).then(console.log);
Promise.race([new Promise(() => {}), 'plain', Promise.resolve('promise')]).then(console.log);
