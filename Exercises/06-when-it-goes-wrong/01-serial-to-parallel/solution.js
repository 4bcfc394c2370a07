// SPDX-License-Identifier: MIT
function tideBoard(ports, readTide) {
  return Promise.all(
    ports.map(async (port) => {
      const level = await readTide(port)
      return { port, level }
    })
  )
}

module.exports = { tideBoard }
