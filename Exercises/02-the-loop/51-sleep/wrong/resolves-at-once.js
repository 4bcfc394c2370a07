// SPDX-License-Identifier: MIT
// fails: is pending until the time is over
function sleep(ms, value) {
  return new Promise((resolve) => {
    setTimeout(resolve(value), ms)
  })
}

module.exports = { sleep }
