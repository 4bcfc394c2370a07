// Two async increments lose an update, because each read happens before the other's write.
let counter = 0;
const increment = async () => {
  const before = counter;
  await null;
  counter = before + 1;
};
const careful = async () => {
  await null;
  counter += 1;
};
(async () => {
  await Promise.all([increment(), increment(), increment()]);
  console.log('lost', counter);
  counter = 0;
  await Promise.all([careful(), careful(), careful()]);
  console.log('kept', counter);
})();
