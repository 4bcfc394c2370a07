// SPDX-License-Identifier: MIT
// fails: shows the level of each port
// The rows lie outside: a call that comes meanwhile takes them away from the one before.
let board

async function tideBoard(ports, readTide) {
  board = new Array(ports.length)
  await Promise.all(
    ports.map(async (port, index) => {
      const level = await readTide(port)
      board[index] = { port, level }
    })
  )
  return board
}

module.exports = { tideBoard }
