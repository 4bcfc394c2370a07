// SPDX-License-Identifier: MIT
// All lanes take from one iterator, so that no lane needs to know a number.
const mapLimit = async (items, limit, fn) => {
  const results = []
  const entries = [...items].entries()
  const lane = async () => {
    for (const [index, item] of entries) results[index] = await fn(item, index)
  }
  const lanes = []
  for (let number = 0; number < limit; number++) {
    lanes.push(lane().catch((error) => {
      // An iterator that is used up stops the other lanes.
      for (const _ of entries);
      throw error
    }))
  }
  await Promise.all(lanes)
  return results
}

module.exports = { mapLimit }
