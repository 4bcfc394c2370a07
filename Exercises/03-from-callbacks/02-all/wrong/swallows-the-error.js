// SPDX-License-Identifier: MIT
// fails: rejects as soon as one is rejected
function all(inputs) {
  return new Promise((resolve) => {
    const waiting = [...inputs]
    const values = new Array(waiting.length)
    let missing = waiting.length
    if (missing === 0) resolve(values)
    waiting.forEach(async (input, index) => {
      try {
        values[index] = await input
      } catch (error) {
        values[index] = error
      }
      missing -= 1
      if (missing === 0) resolve(values)
    })
  })
}

module.exports = { all }
