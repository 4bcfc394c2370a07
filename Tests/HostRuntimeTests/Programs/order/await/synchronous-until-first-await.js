// An async function runs like any other until its first await.
const steps = [];
async function f() {
  steps.push('body');
  for (let i = 0; i < 2; i++) steps.push(i);
  await undefined;
  steps.push('resumed');
}
f();
steps.push('caller');
console.log(steps.join(' '));
setImmediate(() => console.log(steps.join(' ')));
