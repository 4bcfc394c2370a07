// SPDX-License-Identifier: MIT
async function tideBoard(ports, readTide) {
  const board = []
  for (const port of ports) {
    const level = await readTide(port)
    board.push({ port, level })
  }
  return board
}

module.exports = { tideBoard }
