// SPDX-License-Identifier: MIT
// fails: shows the level of each port
async function tideBoard(ports, readTide) {
  return ports.map(async (port) => {
    const level = await readTide(port)
    return { port, level }
  })
}

module.exports = { tideBoard }
