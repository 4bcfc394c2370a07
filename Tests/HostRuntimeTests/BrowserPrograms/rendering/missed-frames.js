// HTML 8.1.7.3 "Processing model": a task that runs past rendering opportunities delays the frame to its end; the
// frame then has the time of the last opportunity ("update the rendering", step 1), and there is one frame, not
// several.
// clock: virtual
requestAnimationFrame(function again(time) {
  console.log(time);
  if (time < 100) requestAnimationFrame(again);
  else console.log(looplab.frameReport().frames, looplab.frameReport().missedFrames);
});
setTimeout(() => looplab.busy(60), 20);
