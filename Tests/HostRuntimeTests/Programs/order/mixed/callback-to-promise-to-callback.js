// Passing through promisify and callbackify costs microtasks and a tick.
const { promisify, callbackify } = require('node:util');
const twice = callbackify(promisify((value, done) => { console.log('work'); done(null, value * 2); }));
twice(4, (error, value) => console.log('callback', error, value));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise 1')).then(() => console.log('promise 2'));
