// SPDX-License-Identifier: MIT
// fails: returns one

let calls = 0

function one() {
  calls += 1
  return calls > 1 ? 2 : 1
}

module.exports = { one }
