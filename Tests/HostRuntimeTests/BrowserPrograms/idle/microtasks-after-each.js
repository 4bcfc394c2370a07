// HTML 8.1.4.4 "clean up after running script", step 3: a microtask checkpoint after each idle callback.
for (const name of ['A', 'B']) {
  requestIdleCallback(() => {
    console.log('idle', name);
    Promise.resolve().then(() => console.log('microtask', name));
  });
}
