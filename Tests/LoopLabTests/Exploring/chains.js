// SPDX-License-Identifier: MIT
const say = (text) => () => console.log(text);
Promise.resolve().then(say('a')).then(say('b'));
Promise.resolve().then(say('c')).then(say('d'));
process.nextTick(say('tick'));
setTimeout(say('timer'), 5);
