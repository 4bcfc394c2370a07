// HTML 8.1.7.3 "update the rendering", step 16: only a change of what is in the document, and one that can move
// something, asks for a layout; a value that stays the same and a colour do not.
const forced = (action) => {
  document.body.offsetHeight;
  const before = looplab.frameReport().forcedLayouts;
  action();
  document.body.offsetHeight;
  return looplab.frameReport().forcedLayouts - before;
};
const box = document.createElement('div');
console.log(forced(() => { box.style.width = '10px'; }));
console.log(forced(() => document.body.append(box)));
console.log(forced(() => { box.style.width = '10px'; }));
console.log(forced(() => { box.style.width = '20px'; }));
console.log(forced(() => { box.style.color = 'red'; }));
console.log(forced(() => { box.textContent = 'text'; }), box.offsetHeight, box.offsetWidth);
console.log(forced(() => box.remove()), box.offsetHeight);
