// SPDX-License-Identifier: MIT
// fails: keeps the order of the list
async function tideBoard(ports, readTide) {
  const board = []
  await Promise.all(
    ports.map(async (port) => {
      const level = await readTide(port)
      board.push({ port, level })
    })
  )
  return board
}

module.exports = { tideBoard }
