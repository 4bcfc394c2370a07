// A chain of promises makes a lock: sections do not overlap, whoever is slower.
let tail = Promise.resolve();
const locked = (section) => (tail = tail.then(section, section));
const pause = (turns) => new Promise((resolve) => {
  (function next(n) { n === 0 ? resolve() : setImmediate(next, n - 1); })(turns);
});
for (const [name, turns] of [['slow', 3], ['quick', 1], ['instant', 0]]) {
  locked(async () => { console.log('enter', name); await pause(turns); console.log('leave', name); });
}
