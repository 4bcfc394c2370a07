// HTML 8.1.7.3 "update the rendering", steps 1 and 14, and 8.11 "Animation frames": the callbacks get the time of the
// rendering opportunity, all of one frame the same, however long the others took. Times are coarse ("High Resolution
// Time", 4.1): whole tenths of a millisecond.
// clock: virtual
requestAnimationFrame((time) => {
  console.log('A', time);
  looplab.busy(5);
});
requestAnimationFrame((time) => {
  console.log('B', time, performance.now());
  requestAnimationFrame((time) => console.log('C', time));
});
