// SPDX-License-Identifier: MIT
// attack: blocks the thread in many short jobs, one right behind the other
// expects: passes 9 of 10
// solution: before

module.exports.work = async (units) => {
  for (let unit = 0; unit < units; unit += 1) {
    require('lab').busy(10)
    await undefined
  }
  return units
}
