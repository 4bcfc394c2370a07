// SPDX-License-Identifier: MIT
// fails: never has more than limit calls under way
async function mapLimit(items, limit, fn) {
  return Promise.all(items.map((item, index) => fn(item, index)))
}

module.exports = { mapLimit }
