// SPDX-License-Identifier: MIT
// fails: naps side by side
// Naps of different lengths are side by side; two of the same length are not.
const last = new Map()

function sleep(ms, value) {
  const nap = () => new Promise((resolve) => setTimeout(resolve, ms, value))
  const next = (last.get(ms) ?? Promise.resolve()).then(nap)
  last.set(ms, next)
  return next
}

module.exports = { sleep }
