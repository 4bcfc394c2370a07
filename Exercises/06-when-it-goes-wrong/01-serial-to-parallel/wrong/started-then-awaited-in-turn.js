// SPDX-License-Identifier: MIT
// fails: rejects at the moment of the first failure
// Quick, but a reading that fails before its turn has no handler yet.
async function tideBoard(ports, readTide) {
  const readings = ports.map((port) => readTide(port))
  const board = []
  for (const [index, reading] of readings.entries()) {
    board.push({ port: ports[index], level: await reading })
  }
  return board
}

module.exports = { tideBoard }
