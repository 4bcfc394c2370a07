// SPDX-License-Identifier: MIT
// fails: passes any value on
function sleep(ms, value) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(typeof value === 'function' ? value() : value), ms)
  })
}

module.exports = { sleep }
