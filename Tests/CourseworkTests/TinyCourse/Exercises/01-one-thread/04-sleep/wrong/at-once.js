// SPDX-License-Identifier: MIT
// fails: waits

function sleep() {
  return Promise.resolve()
}

module.exports = { sleep }
