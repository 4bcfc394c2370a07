// SPDX-License-Identifier: MIT
// fails: rejects when there is no gauge
// What an async executor throws rejects a promise that nobody has, and not the one that it is for.
function readGauge(read, patience) {
  let timer
  return new Promise(async (resolve, reject) => {
    if (patience !== undefined) {
      timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), patience)
    }
    const text = await new Promise((next) => {
      read((error, answer) => (error ? reject(error) : next(answer)))
    })
    try {
      resolve(JSON.parse(text).level)
    } catch (garbled) {
      reject(garbled)
    }
  }).finally(() => clearTimeout(timer))
}

module.exports = { readGauge }
