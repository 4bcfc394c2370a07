// SPDX-License-Identifier: MIT
// fails: waits as long as it takes without a patience
function readGauge(read, patience = 30_000) {
  let timer
  return new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), patience)
    read((error, text) => {
      if (error) return reject(error)
      try {
        resolve(JSON.parse(text).level)
      } catch (garbled) {
        reject(garbled)
      }
    })
  }).finally(() => clearTimeout(timer))
}

module.exports = { readGauge }
