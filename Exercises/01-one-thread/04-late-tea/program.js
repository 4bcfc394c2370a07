// SPDX-License-Identifier: MIT
const { busy } = require('lab')

setTimeout(() => console.log('eggs, after 30 ms'), 30)
setTimeout(() => console.log('tea, after 10 ms'), 10)

console.log('slice the bread')
busy(50)
setTimeout(() => console.log('salt, after 0 ms'), 0)
console.log('breakfast is on the table')
