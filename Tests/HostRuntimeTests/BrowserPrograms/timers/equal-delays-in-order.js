// HTML 8.6 "run steps after a timeout", step 4.2: a timer waits for those that started before it with an equal or
// smaller timeout.
setTimeout(() => console.log('C'), 20);
setTimeout(() => console.log('A'), 10);
setTimeout(() => console.log('B'), 10);
setTimeout(() => console.log('D'), 20);
