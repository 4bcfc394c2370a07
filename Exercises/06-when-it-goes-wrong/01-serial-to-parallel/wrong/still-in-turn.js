// SPDX-License-Identifier: MIT
// fails: is ready when the slowest gauge is
// The combinator gets values that have been waited for one by one.
async function tideBoard(ports, readTide) {
  const readings = []
  for (const port of ports) {
    readings.push(await readTide(port).then((level) => ({ port, level })))
  }
  return Promise.all(readings)
}

module.exports = { tideBoard }
