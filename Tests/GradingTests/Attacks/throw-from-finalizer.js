// SPDX-License-Identifier: MIT
// attack: ends by what nobody catches, in every queue
// expects: fails

const lost = () => { throw new Error('lost') }
process.nextTick(lost)
queueMicrotask(lost)
setImmediate(lost)
setTimeout(lost)
Promise.reject(new Error('lost'))
