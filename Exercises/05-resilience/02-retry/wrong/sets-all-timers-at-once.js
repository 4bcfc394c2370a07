// SPDX-License-Identifier: MIT
// fails: waits from the end of an attempt, one at a time
// The plan is made at the start, as if every attempt failed without taking time.
function retry(fn, { attempts = 3, baseDelayMs = 100, maxDelayMs = Infinity, retryOn } = {}) {
  return new Promise((resolve, reject) => {
    let start = 0
    let isOver = false
    const begin = async (number) => {
      if (isOver) return
      try {
        const value = await fn(number)
        isOver = true
        resolve(value)
      } catch (error) {
        if (number < attempts && (!retryOn || retryOn.includes(error?.code))) return
        isOver = true
        reject(error)
      }
    }
    begin(1)
    for (let number = 2; number <= attempts; number++) {
      start += Math.min(maxDelayMs, baseDelayMs * 2 ** (number - 2))
      setTimeout(begin, start, number)
    }
  })
}

module.exports = { retry }
