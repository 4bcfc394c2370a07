// SPDX-License-Identifier: MIT
// fails: passes the value on
function sleep(ms, value) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(), ms)
  })
}

module.exports = { sleep }
