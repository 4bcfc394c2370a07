// HTML 8.1.4.6 "report an exception", step 7: what no listener handled goes to the console; the page goes on.
setTimeout(() => { throw new RangeError('in a timer'); }, 1);
setTimeout(() => console.log('the page goes on'), 5);
throw new Error('in the script');
