// SPDX-License-Identifier: MIT
// fails: is fulfilled when the time is over
function sleep(ms, value) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(value), ms * 1000)
  })
}

module.exports = { sleep }
