// SPDX-License-Identifier: MIT
// fails: is fulfilled when the time is over
function sleep(ms, value) {
  return new Promise((resolve) => setTimeout(resolve, Math.min(ms, 1000), value))
}

module.exports = { sleep }
