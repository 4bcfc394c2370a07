// SPDX-License-Identifier: MIT
// fails: returns on

function one() {
  return 2
}

module.exports = { one }
