// HTML 8.1.4.4 "clean up after running script", step 3: the same two listeners, called for what a person does: the
// stack is empty after each of them, and a microtask checkpoint follows each.
const button = document.createElement('button');
for (const name of ['1', '2']) {
  button.addEventListener('click', () => {
    console.log('listener', name);
    Promise.resolve().then(() => console.log('microtask', name));
  });
}
looplab.interact(button, 'click');
console.log('script ends');
