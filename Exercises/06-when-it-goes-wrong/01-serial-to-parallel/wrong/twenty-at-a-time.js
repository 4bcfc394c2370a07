// SPDX-License-Identifier: MIT
// fails: shows a longer list
// Enough for fourteen ports; the twenty-first waits until somebody has answered.
async function tideBoard(ports, readTide) {
  const board = []
  const waiting = ports.entries()
  const lane = async () => {
    for (const [index, port] of waiting) board[index] = { port, level: await readTide(port) }
  }
  await Promise.all(Array.from({ length: 20 }, lane))
  return board
}

module.exports = { tideBoard }
