// SPDX-License-Identifier: MIT
// The loop stays; what it waits for was started, and given a handler, before.
async function tideBoard(ports, readTide) {
  const readings = ports.map((port) => readTide(port))
  const failure = new Promise((_, reject) => {
    for (const reading of readings) reading.catch(reject)
  })
  failure.catch(() => {})
  const board = []
  for (const [index, reading] of readings.entries()) {
    board.push({ port: ports[index], level: await Promise.race([reading, failure]) })
  }
  return board
}

module.exports = { tideBoard }
