// SPDX-License-Identifier: MIT
// attack: hides a timer behind a thousand that keep nothing alive
// expects: passes 9 of 10
// solution: before

const { retry } = module.exports
module.exports.retry = (fn, options) => {
  for (let count = 0; count < 1100; count += 1) setTimeout(() => {}, 1e5).unref()
  setTimeout(() => {}, 1e6)
  return retry(fn, options)
}
