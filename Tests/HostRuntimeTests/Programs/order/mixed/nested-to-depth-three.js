// Every queue inside every queue; each level is emptied as its kind demands.
const go = (path, depth) => {
  console.log(path);
  if (depth === 0) return;
  process.nextTick(go, `${path} tick`, depth - 1);
  queueMicrotask(() => go(`${path} micro`, depth - 1));
};
go('script', 3);
