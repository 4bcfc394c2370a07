// SPDX-License-Identifier: MIT
// fails: asks every gauge once, and for its port alone
// The first round is meant to warm up; the loop starts every reading again.
async function tideBoard(ports, readTide) {
  await Promise.all(ports.map((port) => readTide(port)))
  const board = []
  for (const port of ports) {
    board.push({ port, level: await readTide(port) })
  }
  return board
}

module.exports = { tideBoard }
