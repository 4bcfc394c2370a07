// SPDX-License-Identifier: MIT

function one() {
  return 3
}

module.exports = { one }
