// SPDX-License-Identifier: MIT
// fails: passes any value on
function sleep(ms, value) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(value || undefined), ms)
  })
}

module.exports = { sleep }
