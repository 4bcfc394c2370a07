// SPDX-License-Identifier: MIT
// fails: asks every gauge once, and for its port alone
// What the first board has learnt is shown on all later ones.
const levels = new Map()

async function tideBoard(ports, readTide) {
  return Promise.all(
    ports.map(async (port) => {
      if (!levels.has(port)) levels.set(port, await readTide(port))
      return { port, level: levels.get(port) }
    })
  )
}

module.exports = { tideBoard }
