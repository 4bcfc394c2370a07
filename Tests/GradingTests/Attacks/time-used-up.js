// SPDX-License-Identifier: MIT
// attack: spends more time than there is
// expects: stopped timer-storm

exports.sleep = (ms, value) => {
  for (let count = 0; count < 12; count += 1) require('lab').busy(3_153_600_000_000)
  return Promise.resolve(value)
}
