// SPDX-License-Identifier: MIT
// fails: returns one

function one() {
  return 1
}

module.exports = { one }
