// SPDX-License-Identifier: MIT
// fails: rejects when the text is garbled
// The try stands around the call. When the callback runs, it has long been left.
function readGauge(read, patience) {
  let timer
  return new Promise((resolve, reject) => {
    if (patience !== undefined) {
      timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), patience)
    }
    try {
      read((error, text) => {
        if (error) reject(error)
        else resolve(JSON.parse(text).level)
      })
    } catch (garbled) {
      reject(garbled)
    }
  }).finally(() => clearTimeout(timer))
}

module.exports = { readGauge }
