// HTML 8.1.8.1 "activate an event handler", steps 2 to 5: an event handler is called at the place where it was first
// set; setting it again keeps that place; null gives it up. Returning false cancels the event.
const target = document.createElement('button');
target.onclick = () => console.log('never');
target.addEventListener('click', () => console.log('listener'));
target.onclick = () => { console.log('handler'); return false; };
target.addEventListener('click', (event) => console.log(event.defaultPrevented));
target.click();
target.onclick = null;
target.onclick = () => console.log('handler, at the end');
target.click();
