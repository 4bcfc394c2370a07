// SPDX-License-Identifier: MIT
// fails: returns a promise
function sleep(ms, value) {
  setTimeout(() => value, ms)
}

module.exports = { sleep }
