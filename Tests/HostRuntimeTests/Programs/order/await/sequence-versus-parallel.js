// Awaiting calls one by one runs them in sequence; starting them first runs them together.
const job = async (name) => {
  console.log('start', name);
  await new Promise((resolve) => setImmediate(resolve));
  console.log('end', name);
};
(async () => {
  await job('a');
  await job('b');
  const c = job('c');
  const d = job('d');
  await c;
  await d;
  console.log('done');
})();
