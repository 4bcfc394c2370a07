// The part after an await is a microtask, so ticks of the script come before it.
async function main() {
  console.log('start');
  process.nextTick(() => console.log('tick inside'));
  await null;
  console.log('after await');
  process.nextTick(() => console.log('tick after await'));
  await null;
  console.log('after second await');
}
main();
process.nextTick(() => console.log('tick outside'));
console.log('end');
