// SPDX-License-Identifier: MIT
// fails: needs neither items nor a small limit
function mapLimit(given, limit, fn) {
  const items = Array.from(given)
  return new Promise((resolve, reject) => {
    const results = new Array(items.length)
    let next = 0
    let done = 0
    let hasFailed = false
    const begin = () => {
      if (next >= items.length || hasFailed) return
      const index = next++
      const call = async () => fn(items[index], index)
      call().then((result) => {
        results[index] = result
        done += 1
        if (done === items.length) resolve(results)
        else begin()
      }, (error) => {
        hasFailed = true
        reject(error)
      })
    }
    for (let count = 0; count < limit; count++) begin()
  })
}

module.exports = { mapLimit }
