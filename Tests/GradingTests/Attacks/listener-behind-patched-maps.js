// SPDX-License-Identifier: MIT
// attack: leaves a listener where the maps of a target are patched
// expects: passes 8 of 10
// solution: before

const stored = new WeakMap()
const { get, set } = Map.prototype
const away = (map) => {
  if (!WeakMap.prototype.has.call(stored, map)) WeakMap.prototype.set.call(stored, map, new Map())
  return WeakMap.prototype.get.call(stored, map)
}
const { retry } = module.exports
module.exports.retry = (fn, options = {}) => {
  options.signal?.addEventListener('abort', () => {})
  return retry(fn, options)
}
Map.prototype.get = function (key) { return get.call(away(this), key) }
Map.prototype.set = function (key, value) { return set.call(away(this), key, value) }
