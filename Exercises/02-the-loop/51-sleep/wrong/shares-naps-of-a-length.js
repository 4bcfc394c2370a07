// SPDX-License-Identifier: MIT
// fails: naps side by side
// Whoever wants to sleep as long as another one gets the nap of that one, with its end and its value.
const naps = new Map()

function sleep(ms, value) {
  if (!naps.has(ms)) {
    const nap = new Promise((resolve) => setTimeout(resolve, ms, value))
    naps.set(ms, nap.finally(() => naps.delete(ms)))
  }
  return naps.get(ms)
}

module.exports = { sleep }
