// Each call keeps its own variables across awaits; shared ones are seen as they are after resuming.
let shared = 'old';
async function f(own) {
  const before = shared;
  await null;
  console.log(own, before, shared);
}
f('a');
shared = 'new';
f('b');
