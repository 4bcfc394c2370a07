// HTML 8.6 "timer initialization steps", step 4: only a negative timeout is changed, to 0. A timeout of 0 is not one
// of 1 ms as in Node, so the second timer is first.
setTimeout(() => console.log('one'), 1);
setTimeout(() => console.log('zero'), 0);
setTimeout(() => console.log('negative'), -5);
setTimeout(() => console.log('missing'));
