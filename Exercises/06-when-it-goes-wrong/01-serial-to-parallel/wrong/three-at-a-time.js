// SPDX-License-Identifier: MIT
// fails: is ready when the slowest gauge is
async function tideBoard(ports, readTide) {
  const board = []
  for (let from = 0; from < ports.length; from += 3) {
    const some = ports.slice(from, from + 3)
    board.push(...(await Promise.all(some.map(async (port) => ({ port, level: await readTide(port) })))))
  }
  return board
}

module.exports = { tideBoard }
