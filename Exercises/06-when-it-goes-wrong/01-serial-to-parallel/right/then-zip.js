// SPDX-License-Identifier: MIT
// Levels first, rows afterwards.
function tideBoard(ports, readTide) {
  const asked = []
  for (const port of ports) asked.push(readTide(port))
  return Promise.all(asked).then((levels) => levels.map((level, index) => ({ port: ports[index], level })))
}

module.exports = { tideBoard }
