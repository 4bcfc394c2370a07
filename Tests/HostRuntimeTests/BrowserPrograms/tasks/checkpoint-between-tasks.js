// HTML 8.1.7.3 "Processing model", step 2.8: a checkpoint after every task, not one after all tasks that wait.
for (const name of ['A', 'B']) {
  setTimeout(() => {
    console.log('task', name);
    queueMicrotask(() => console.log('microtask', name));
  });
}
