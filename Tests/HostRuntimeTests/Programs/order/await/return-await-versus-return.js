// return promise costs three microtasks, return await costs one: the awaited one comes first.
const inner = Promise.resolve();
const plain = async () => inner;
const awaited = async () => await inner;
const value = async () => 'value';
plain().then(() => console.log('return promise'));
awaited().then(() => console.log('return await promise'));
value().then(() => console.log('return value'));
