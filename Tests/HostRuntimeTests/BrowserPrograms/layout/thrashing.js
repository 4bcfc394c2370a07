// HTML 8.1.7.3 "update the rendering", step 16: layout is due once a frame. A size that is asked for while the layout
// is out of date ("CSSOM View", section 7, offsetHeight) forces one at once: here one for each element.
// clock: virtual
const boxes = Array.from({ length: 50 }, () => document.body.appendChild(document.createElement('div')));
requestAnimationFrame(() => {
  const start = performance.now();
  for (const box of boxes) {
    const height = box.offsetHeight;
    box.style.height = `${height + 1}px`;
  }
  console.log(looplab.frameReport().forcedLayouts, performance.now() - start > 50);
});
