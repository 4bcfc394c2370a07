// A refreshed timer goes behind the others of its list.
const first = setTimeout(() => console.log('first'), 10);
setTimeout(() => console.log('second'), 10);
setTimeout(() => console.log('third'), 10);
first.refresh();
const end = performance.now() + 30;
while (performance.now() < end);
