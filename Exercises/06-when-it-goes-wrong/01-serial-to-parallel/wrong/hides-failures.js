// SPDX-License-Identifier: MIT
// fails: rejects at the moment of the first failure
async function tideBoard(ports, readTide) {
  const outcomes = await Promise.allSettled(ports.map((port) => readTide(port)))
  return outcomes.map(({ value }, index) => ({ port: ports[index], level: value }))
}

module.exports = { tideBoard }
