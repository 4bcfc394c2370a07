// SPDX-License-Identifier: MIT
function readGauge(read, patience) {
  return new Promise((resolve, reject) => {
    read((error, text) => {
      if (error) {
        console.error('gauge:', error.message)
        return
      }
      const { level } = JSON.parse(text)
      if (level) resolve(level)
    })
    if (patience) {
      setTimeout(() => {
        const late = new Error(`no answer within ${patience} ms`)
        reject(Object.assign(late, { code: 'ETIMEDOUT' }))
      }, patience)
    }
  })
}

module.exports = { readGauge }
