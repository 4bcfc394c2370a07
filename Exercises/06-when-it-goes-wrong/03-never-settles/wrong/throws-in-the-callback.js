// SPDX-License-Identifier: MIT
// fails: rejects with the error of the gauge
function readGauge(read, patience) {
  let timer
  return new Promise((resolve, reject) => {
    if (patience !== undefined) {
      timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), patience)
    }
    read((error, text) => {
      if (error) throw error
      resolve(JSON.parse(text).level)
    })
  }).finally(() => clearTimeout(timer))
}

module.exports = { readGauge }
