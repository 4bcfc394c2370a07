// A chain of ticks holds back everything else until it ends.
let left = 1000;
const again = () => {
  if (--left === 0) console.log('last tick');
  else process.nextTick(again);
};
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timer'), 120);
Promise.resolve().then(() => console.log('promise'));
process.nextTick(again);
