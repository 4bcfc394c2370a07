// SPDX-License-Identifier: MIT
// attack: gives handles of timers numbers that are none
// expects: fails
// solution: behind

for (const number of [NaN, Infinity, -1, 1e300, 2 ** 64, 'x', {}, 0.5, 2 ** 53]) {
  const immediate = setImmediate(() => {})
  const kept = immediate._id
  immediate._id = number
  immediate.unref()
  immediate.ref()
  immediate._id = kept
  clearImmediate(immediate)
  const forged = setImmediate(() => {})
  forged._id = number
  clearImmediate(forged)
  const timer = setTimeout(() => {}, 1e6)
  const own = timer._id
  timer._id = number
  timer.ref()
  timer.unref()
  clearTimeout(timer)
  timer._id = own
  clearTimeout(timer)
}
