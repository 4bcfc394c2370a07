// HTML 8.1.7.3 "update the rendering", step 16: the same work as in thrashing.js with all sizes read before any is
// set: one forced layout, and one at the end of the frame.
// clock: virtual
const boxes = Array.from({ length: 50 }, () => document.body.appendChild(document.createElement('div')));
requestAnimationFrame(() => {
  const start = performance.now();
  const heights = boxes.map((box) => box.offsetHeight);
  boxes.forEach((box, index) => { box.style.height = `${heights[index] + 1}px`; });
  console.log(looplab.frameReport().forcedLayouts, performance.now() - start < 2);
});
setTimeout(() => console.log(document.body.offsetHeight, looplab.frameReport().forcedLayouts), 100);
