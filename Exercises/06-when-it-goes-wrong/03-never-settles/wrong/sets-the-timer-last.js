// SPDX-License-Identifier: MIT
// fails: takes an answer that is at hand
// When the gauge answers at once, `timer` does not exist yet.
function readGauge(read, patience) {
  return new Promise((resolve, reject) => {
    read((error, text) => {
      clearTimeout(timer)
      if (error) return reject(error)
      try {
        resolve(JSON.parse(text).level)
      } catch (garbled) {
        reject(garbled)
      }
    })
    const timer = patience !== undefined && setTimeout(() => {
      reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' }))
    }, patience)
  })
}

module.exports = { readGauge }
