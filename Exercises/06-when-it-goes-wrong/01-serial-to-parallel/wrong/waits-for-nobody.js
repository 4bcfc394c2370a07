// SPDX-License-Identifier: MIT
// fails: shows the level of each port
async function tideBoard(ports, readTide) {
  const board = []
  ports.forEach(async (port) => {
    const level = await readTide(port)
    board.push({ port, level })
  })
  return board
}

module.exports = { tideBoard }
