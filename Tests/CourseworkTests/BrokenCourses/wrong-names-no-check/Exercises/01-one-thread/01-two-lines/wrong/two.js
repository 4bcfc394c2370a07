// SPDX-License-Identifier: MIT

function one() {
  return 2
}

module.exports = { one }
