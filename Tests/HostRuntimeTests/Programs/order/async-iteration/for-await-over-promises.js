// for await takes promises one after the other, in their order, however they settle.
const later = (ms, value) => new Promise((resolve) => {
  setTimeout(() => { console.log('settled', value); resolve(value); }, ms);
});
(async () => {
  for await (const value of [later(80, 'a'), later(30, 'b'), 'plain']) console.log('took', value);
  console.log('loop over');
})();
