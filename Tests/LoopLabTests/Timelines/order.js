// SPDX-License-Identifier: MIT
// Each queue once, in the order in which they are served.
const say = (what) => () => console.log(what)
setTimeout(say('timer'), 1000)
setImmediate(say('immediate'))
process.nextTick(say('tick'))
Promise.resolve().then(say('a')).then(say('b'))
Promise.resolve().then(say('c')).then(say('d'))
console.log('script')
