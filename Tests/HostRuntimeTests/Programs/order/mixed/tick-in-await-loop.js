// A loop of awaits never lets ticks in; awaiting a tick does.
process.nextTick(() => console.log('tick 1'));
(async () => {
  for (let i = 0; i < 3; i++) {
    await null;
    console.log('round', i);
    if (i === 0) process.nextTick(() => console.log('tick 2'));
  }
  await new Promise((resolve) => process.nextTick(resolve));
  console.log('after awaited tick');
})();
