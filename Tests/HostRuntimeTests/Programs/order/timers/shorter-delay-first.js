// The delay decides, not the order of the calls.
setTimeout(() => console.log('80'), 80);
setTimeout(() => console.log('20'), 20);
setTimeout(() => console.log('50'), 50);
console.log('script');
