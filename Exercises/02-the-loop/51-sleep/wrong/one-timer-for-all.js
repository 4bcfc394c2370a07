// SPDX-License-Identifier: MIT
// fails: naps side by side
let timer

function sleep(ms, value) {
  return new Promise((resolve) => {
    clearTimeout(timer)
    timer = setTimeout(() => resolve(value), ms)
  })
}

module.exports = { sleep }
