// Code hidden in a getter or toString runs at once, even inside a callback.
const sneaky = {
  get value() { console.log('getter'); queueMicrotask(() => console.log('micro of getter')); return 1; },
  toString() { console.log('toString'); return 'text'; },
};
queueMicrotask(() => {
  console.log('before');
  console.log(`${sneaky} ${sneaky.value}`);
  console.log('after');
});
queueMicrotask(() => console.log('next'));
