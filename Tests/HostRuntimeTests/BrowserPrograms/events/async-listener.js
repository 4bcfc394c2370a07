// HTML 8.1.4.4 "clean up after running script", step 3, and DOM 2.9 "inner invoke", step 2.11: what an async listener
// does after its first await is a microtask; the next listener does not wait for the rest.
const button = document.createElement('button');
button.onclick = async () => {
  console.log('first: before await');
  await null;
  console.log('first: after await');
  await new Promise((resolve) => setTimeout(resolve, 5));
  console.log('first: after the timer');
};
button.addEventListener('click', () => console.log('second'));
looplab.interact(button, 'click');
