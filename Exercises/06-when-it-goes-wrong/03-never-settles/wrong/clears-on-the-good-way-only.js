// SPDX-License-Identifier: MIT
// fails: leaves no timer
function readGauge(read, patience) {
  return new Promise((resolve, reject) => {
    let timer
    if (patience !== undefined) {
      timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), patience)
    }
    read((error, text) => {
      if (error) return reject(error)
      try {
        const { level } = JSON.parse(text)
        clearTimeout(timer)
        resolve(level)
      } catch (garbled) {
        reject(garbled)
      }
    })
  })
}

module.exports = { readGauge }
