// SPDX-License-Identifier: MIT
const say = (text) => () => console.log(text);
Promise.resolve().then(say('a')).then(say('b'));
Promise.resolve().then(say('c')).then(say('d'));
console.log('script');
