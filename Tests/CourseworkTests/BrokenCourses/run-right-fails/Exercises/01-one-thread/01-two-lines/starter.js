// SPDX-License-Identifier: MIT

function one() {
}

module.exports = { one }
