// SPDX-License-Identifier: MIT
// attack: leaves a listener that looks like an attribute without a function
// expects: passes 9 of 10
// solution: before

const leaked = () => {}
leaked.handler = null
const { retry } = module.exports
module.exports.retry = (fn, options = {}) => {
  options.signal?.addEventListener('abort', leaked)
  return retry(fn, options)
}
