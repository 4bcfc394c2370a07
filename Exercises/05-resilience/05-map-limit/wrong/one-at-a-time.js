// SPDX-License-Identifier: MIT
// fails: has as many under way as it may
async function mapLimit(items, limit, fn) {
  const results = []
  for (const [index, item] of items.entries()) results.push(await fn(item, index))
  return results
}

module.exports = { mapLimit }
