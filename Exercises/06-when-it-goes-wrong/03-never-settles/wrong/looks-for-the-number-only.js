// SPDX-License-Identifier: MIT
// fails: rejects when the text is garbled
// A text that was cut off in the middle of a number has a number, too.
function readGauge(read, patience) {
  let timer
  return new Promise((resolve, reject) => {
    if (patience !== undefined) {
      timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), patience)
    }
    read((error, text) => {
      if (error) return reject(error)
      const [, level] = text.match(/"level":(-?[0-9.e]+)/) ?? []
      if (level === undefined) reject(new Error('garbled'))
      else resolve(Number(level))
    })
  }).finally(() => clearTimeout(timer))
}

module.exports = { readGauge }
