// SPDX-License-Identifier: MIT
// fails: rejects with the error of the gauge
function readGauge(read, patience) {
  let timer
  return new Promise((resolve) => {
    if (patience !== undefined) {
      timer = setTimeout(() => resolve(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), patience)
    }
    read((error, text) => {
      if (error) return resolve(error)
      try {
        resolve(JSON.parse(text).level)
      } catch (garbled) {
        resolve(garbled)
      }
    })
  }).finally(() => clearTimeout(timer))
}

module.exports = { readGauge }
