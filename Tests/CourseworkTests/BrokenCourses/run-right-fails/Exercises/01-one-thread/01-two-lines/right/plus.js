// SPDX-License-Identifier: MIT

function one() {
  return +false
}

module.exports = { one }
