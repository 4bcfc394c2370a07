// HTML 8.1.4.4 "clean up after running script", step 3: a script that dispatches an event is still on the stack when
// a listener returns, so microtasks wait for the end of the script.
const button = document.createElement('button');
for (const name of ['1', '2']) {
  button.addEventListener('click', () => {
    console.log('listener', name);
    Promise.resolve().then(() => console.log('microtask', name));
  });
}
button.click();
console.log('script ends');
