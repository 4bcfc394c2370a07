// SPDX-License-Identifier: MIT
const { promisify } = require('util')

class SilentGauge extends Error {
  code = 'ETIMEDOUT'
}

async function readGauge(read, patience) {
  const level = (async () => JSON.parse(await promisify(read)()).level)()
  if (patience === undefined) return level
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SilentGauge()), patience)
    level.then(resolve, reject).then(() => clearTimeout(timer))
  })
}

module.exports = { readGauge }
