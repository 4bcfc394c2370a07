// SPDX-License-Identifier: MIT
function sleep(ms, value) {
  // Return a promise that is fulfilled with the value after `ms`.
}

module.exports = { sleep }
