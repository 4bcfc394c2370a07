// SPDX-License-Identifier: MIT
// attack: starts the wait of somebody else again, to have more time
// expects: fails

exports.sleep = (ms, value) => {
  const late = setTimeout(() => {}, 150)
  setTimeout(() => {
    const forged = setTimeout(() => {}, 1e6)
    const known = [late._id, forged._id]
    for (let slot = 0; slot < 8; slot += 1) {
      for (let generation = 1; generation < 5; generation += 1) {
        const id = 2 ** 26 * generation + slot
        if (known.includes(id)) continue
        forged._id = id
        forged._idleTimeout = 2 ** 31 - 1
        forged.refresh()
      }
    }
  }, 90)
  return new Promise((resolve) => setTimeout(resolve, 150, value))
}
