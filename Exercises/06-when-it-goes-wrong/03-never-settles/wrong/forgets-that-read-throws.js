// SPDX-License-Identifier: MIT
// fails: leaves no timer
// Every end of the callback clears; but where `read` throws there is no callback.
function readGauge(read, patience) {
  return new Promise((resolve, reject) => {
    let timer
    if (patience !== undefined) {
      timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), patience)
    }
    read((error, text) => {
      clearTimeout(timer)
      if (error) return reject(error)
      try {
        resolve(JSON.parse(text).level)
      } catch (garbled) {
        reject(garbled)
      }
    })
  })
}

module.exports = { readGauge }
