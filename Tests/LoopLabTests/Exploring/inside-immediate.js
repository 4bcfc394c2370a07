// SPDX-License-Identifier: MIT
setImmediate(() => {
  setTimeout(() => console.log('timeout'), 0)
  setImmediate(() => console.log('immediate'))
})
