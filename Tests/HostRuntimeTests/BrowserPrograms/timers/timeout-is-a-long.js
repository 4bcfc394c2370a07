// HTML 8.6 "Timers": the timeout is a Web IDL long, a number of 32 bits. 2^31 becomes negative and then 0 (timer
// initialization steps, step 4); a fraction is cut off; what is no number is 0.
setTimeout(() => console.log('2 ms'), 2);
setTimeout(() => console.log('2^31'), 2 ** 31);
setTimeout(() => console.log('2^32 + 1'), 2 ** 32 + 1);
setTimeout(() => console.log('text'), 'soon');
setTimeout(() => console.log('object'), { valueOf: () => 1.9 });
