// SPDX-License-Identifier: MIT
// fails: gives the level of an empty basin
function readGauge(read, patience) {
  let timer
  return new Promise((resolve, reject) => {
    if (patience !== undefined) {
      timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), patience)
    }
    read((error, text) => {
      if (error) return reject(error)
      try {
        const { level } = JSON.parse(text)
        if (level) resolve(level)
        else reject(new Error('no level'))
      } catch (garbled) {
        reject(garbled)
      }
    })
  }).finally(() => clearTimeout(timer))
}

module.exports = { readGauge }
