// SPDX-License-Identifier: MIT
const fs = require('node:fs')

fs.readFile(__filename, () => {
  console.log('log book read')
  setTimeout(() => console.log('tide turns'), 0)
  setImmediate(() => console.log('flag up'))
  Promise.resolve().then(() => console.log('page turned'))
  process.nextTick(() => console.log('ink dries'))
})

console.log('ask for the book')
