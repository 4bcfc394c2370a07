// SPDX-License-Identifier: MIT
// fails: asks every gauge once, and for its port alone
async function tideBoard(ports, readTide) {
  const levels = await Promise.all(ports.map(readTide))
  return levels.map((level, index) => ({ port: ports[index], level }))
}

module.exports = { tideBoard }
