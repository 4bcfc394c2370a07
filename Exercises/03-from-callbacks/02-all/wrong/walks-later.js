// SPDX-License-Identifier: MIT
// fails: takes any iterable
// What stands behind the first await runs when the caller has gone on, and may have changed the list.
async function all(inputs) {
  await undefined
  return Promise.all(inputs)
}

module.exports = { all }
