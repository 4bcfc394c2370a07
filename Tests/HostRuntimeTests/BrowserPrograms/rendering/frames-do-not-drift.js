// HTML 8.1.7.3 "Processing model", step 1 of what a window event loop does in parallel: rendering opportunities come
// at multiples of the display's interval, so sixty frames last exactly one second.
// clock: virtual
let frames = 0;
requestAnimationFrame(function again(time) {
  if (++frames < 60) requestAnimationFrame(again);
  else console.log(frames, time);
});
