// Clearing also works for a due timer of another list, and from a microtask in between.
const a = setTimeout(() => { console.log('a'); queueMicrotask(() => clearTimeout(c)); }, 5);
const b = setTimeout(() => { console.log('b'); clearTimeout(d); }, 10);
const c = setTimeout(() => console.log('c: never'), 10);
const d = setTimeout(() => console.log('d: never'), 15);
const end = performance.now() + 30;
while (performance.now() < end);
