// SPDX-License-Identifier: MIT
// fails: returns one

function one() {
  return 2
}

module.exports = { one }
