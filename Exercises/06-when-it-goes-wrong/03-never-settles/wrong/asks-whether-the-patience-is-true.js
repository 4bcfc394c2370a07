// SPDX-License-Identifier: MIT
// fails: gives up when the patience is over
// Somebody who does not want to wait at all waits for ever.
function readGauge(read, patience) {
  let timer
  return new Promise((resolve, reject) => {
    if (patience) {
      timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), patience)
    }
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
