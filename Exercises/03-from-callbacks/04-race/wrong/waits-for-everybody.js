// SPDX-License-Identifier: MIT
// fails: is fulfilled when the first to settle is fulfilled
async function race(inputs) {
  const finished = []
  const runs = [...inputs].map(async (input) => {
    try {
      const value = await input
      finished.push(() => value)
    } catch (reason) {
      finished.push(() => {
        throw reason
      })
    }
  })
  await Promise.all(runs)
  return finished.length === 0 ? new Promise(() => {}) : finished[0]()
}

module.exports = { race }
