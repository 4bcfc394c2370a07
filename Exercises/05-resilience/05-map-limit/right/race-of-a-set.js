// SPDX-License-Identifier: MIT
// One loop that starts, and waits for a place with a race among those that are running.
async function mapLimit(items, limit, fn) {
  const results = []
  const running = new Set()
  for (const [index, item] of Array.from(items).entries()) {
    if (running.size >= limit) await Promise.race(running)
    const call = (async () => fn(item, index))().then((value) => {
      results[index] = value
      running.delete(call)
    })
    running.add(call)
  }
  await Promise.all(running)
  return results
}

module.exports = { mapLimit }
