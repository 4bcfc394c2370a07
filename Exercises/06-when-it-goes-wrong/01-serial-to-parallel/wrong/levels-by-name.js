// SPDX-License-Identifier: MIT
// fails: shows a longer list
// Each item is asked for, but a port that is in the list twice has two rows with one answer.
async function tideBoard(ports, readTide) {
  const levels = {}
  await Promise.all(
    ports.map(async (port) => {
      levels[port] = await readTide(port)
    })
  )
  return ports.map((port) => ({ port, level: levels[port] }))
}

module.exports = { tideBoard }
