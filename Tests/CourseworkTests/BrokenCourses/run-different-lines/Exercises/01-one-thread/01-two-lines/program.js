// SPDX-License-Identifier: MIT

let first
setTimeout(() => console.log(`timer ${first ??= 'first'}`), 0)
setImmediate(() => console.log(`immediate ${first ??= 'second'}`))
