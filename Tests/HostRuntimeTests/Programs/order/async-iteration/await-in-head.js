// The iterable itself may be awaited; the loop variable may be destructured or a property.
const list = async () => { await null; return [{ id: 1, tag: 'x' }, { id: 2 }]; };
const target = {};
(async () => {
  for await (const { id, tag = 'none' } of await list()) console.log(id, tag);
  for await (target.current of ['p', 'q']) console.log(target.current);
})();
