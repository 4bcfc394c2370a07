// SPDX-License-Identifier: MIT
function readGauge(read, patience) {
  let timer
  const reading = new Promise((resolve, reject) => {
    if (patience !== undefined) {
      timer = setTimeout(() => {
        const late = new Error(`no answer within ${patience} ms`)
        reject(Object.assign(late, { code: 'ETIMEDOUT' }))
      }, patience)
    }
    read((error, text) => {
      if (error) {
        reject(error)
        return
      }
      try {
        resolve(JSON.parse(text).level)
      } catch (garbled) {
        reject(garbled)
      }
    })
  })
  return reading.finally(() => clearTimeout(timer))
}

module.exports = { readGauge }
