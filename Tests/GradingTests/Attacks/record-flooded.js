// SPDX-License-Identifier: MIT
// attack: hides what it does between thousands of other events
// expects: passes 9 of 10
// solution: before

const flood = async () => {
  for (let count = 0; count < 18_000; count += 1) await undefined
}
module.exports.work = async (units) => {
  await flood()
  require('lab').busy(units * 10)
  new Promise(() => {})
  await flood()
  return units
}
