// SPDX-License-Identifier: MIT
// attack: sets a timer where no line of it runs
// expects: passes 9 of 10
// solution: before

const { retry } = module.exports
module.exports.retry = (fn, options = {}) => {
  if (options.signal) Promise.resolve().then(setTimeout.bind(undefined, () => {}, 1e6))
  return retry(fn, options)
}
