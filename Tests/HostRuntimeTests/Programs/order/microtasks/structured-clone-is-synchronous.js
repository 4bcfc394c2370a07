// structuredClone copies at once; later changes do not show.
const original = { when: new Date(0), tags: new Set(['a']), nested: { n: 1 } };
original.self = original;
queueMicrotask(() => console.log(copy.nested.n, copy.tags.size, copy.self === copy, copy.when.getTime()));
const copy = structuredClone(original);
original.nested.n = 2;
original.tags.add('b');
try {
  structuredClone(() => {});
} catch (error) {
  console.log(error.name);
}
