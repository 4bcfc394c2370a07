// Throttling: the first call runs at once, later ones wait for the window to end.
function throttle(action, ms) {
  let open = true;
  let pending;
  return (value) => {
    if (!open) { pending = value; return; }
    open = false;
    action(value);
    setTimeout(() => {
      open = true;
      if (pending === undefined) return;
      action(pending);
      pending = undefined;
    }, ms);
  };
}
const print = throttle((value) => console.log('action', value), 50);
print(1);
print(2);
setTimeout(print, 20, 3);
setTimeout(print, 110, 4);
