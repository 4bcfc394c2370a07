// SPDX-License-Identifier: MIT
// fails: gives up when the patience is over
// It has a code, but it is no error, and nobody can see where it was made.
function readGauge(read, patience) {
  let timer
  return new Promise((resolve, reject) => {
    if (patience !== undefined) timer = setTimeout(reject, patience, { code: 'ETIMEDOUT', message: 'late' })
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
