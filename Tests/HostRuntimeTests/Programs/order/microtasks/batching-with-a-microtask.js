// Many changes, one update: a microtask collects what the script did.
let dirty = false;
const values = {};
function set(key, value) {
  values[key] = value;
  if (dirty) return;
  dirty = true;
  queueMicrotask(() => {
    dirty = false;
    console.log('update', JSON.stringify(values));
  });
}
set('a', 1);
set('b', 2);
set('a', 3);
setImmediate(() => {
  set('c', 4);
  set('c', 5);
});
