// SPDX-License-Identifier: MIT
// HTML 6.4.4 "click", step 2: an element that is being clicked by a script is not clicked again; others are.
const parent = document.createElement('div');
const first = document.createElement('button');
const second = document.createElement('button');
parent.append(first, second);
document.body.append(parent);

first.addEventListener('click', () => {
  console.log('first');
  first.click();
  second.click();
  console.log('first is done');
});
second.addEventListener('click', () => console.log('second'));
parent.addEventListener('click', ({ target }) => {
  console.log('parent hears of', target === first ? 'first' : 'second');
  second.click();
}, { capture: true });
first.click();
console.log('and again');
second.addEventListener('click', () => { throw new Error('from a listener'); }, { once: true });
addEventListener('error', (event) => {
  console.log('reported:', event.message.replace('Uncaught ', ''));
  event.preventDefault();
});
second.click();
second.click();
