// SPDX-License-Identifier: MIT
// fails: starts the next one whenever one has ended
async function mapLimit(items, limit, fn) {
  const results = []
  for (let start = 0; start < items.length; start += limit) {
    const batch = items.slice(start, start + limit)
    results.push(...await Promise.all(batch.map(async (item, index) => fn(item, start + index))))
  }
  return results
}

module.exports = { mapLimit }
