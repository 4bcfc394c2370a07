// SPDX-License-Identifier: MIT
// fails: naps side by side
let last = Promise.resolve()

function sleep(ms, value) {
  const nap = () => new Promise((resolve) => setTimeout(resolve, ms, value))
  last = last.then(nap)
  return last
}

module.exports = { sleep }
