// Losing a race cancels nothing.
const work = (name, ms) => new Promise((resolve) => {
  setTimeout(() => { console.log('worked', name); resolve(name); }, ms);
});
Promise.race([work('fast', 20), work('slow', 60)]).then((winner) => console.log('winner', winner));
