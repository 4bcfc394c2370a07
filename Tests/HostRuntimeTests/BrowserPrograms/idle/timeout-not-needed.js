// "requestIdleCallback()", section 4.1, the steps after 5: the idle period and the timeout race, and the one that is
// first cancels the other.
requestIdleCallback((deadline) => console.log(deadline.didTimeout), { timeout: 10 });
setTimeout(() => console.log('end'), 30);
