// SPDX-License-Identifier: MIT
// Two at a time: what is there so far, and the next input. Both are listened to from the beginning.
function both(before, next) {
  return new Promise((resolve, reject) => {
    next.then(undefined, reject)
    before.then((values) => next.then((value) => resolve([...values, value]), reject), reject)
  })
}

const all = async (inputs) =>
  [...inputs].map((input) => Promise.resolve(input)).reduce(both, Promise.resolve([]))

module.exports = { all }
