// SPDX-License-Identifier: MIT

function one() {
  return +true
}

module.exports = { one }
