// SPDX-License-Identifier: MIT
// fails: rejects at the moment of the first failure
async function tideBoard(ports, readTide) {
  const outcomes = await Promise.allSettled(ports.map((port) => readTide(port)))
  return outcomes.map((outcome, index) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return { port: ports[index], level: outcome.value }
  })
}

module.exports = { tideBoard }
