// SPDX-License-Identifier: MIT
// fails: shows a longer list
// A table by name saves a question that was to be asked.
async function tideBoard(ports, readTide) {
  const levels = new Map()
  const read = async (port) => levels.set(port, await readTide(port))
  await Promise.all([...new Set(ports)].map((port) => read(port)))
  return ports.map((port) => ({ port, level: levels.get(port) }))
}

module.exports = { tideBoard }
