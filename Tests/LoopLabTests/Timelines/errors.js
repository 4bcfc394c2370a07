// SPDX-License-Identifier: MIT
// Standard error, a rejection that nobody handles, and the end that follows from it.
console.error('to standard error')
setTimeout(() => Promise.reject(new Error('nobody cares')), 10)
setTimeout(() => console.log('never'), 20)
