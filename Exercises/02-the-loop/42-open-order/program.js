// SPDX-License-Identifier: MIT
setImmediate(() => console.log('swallow'))
setTimeout(() => console.log('swift'), 0)
console.log('binoculars ready')
