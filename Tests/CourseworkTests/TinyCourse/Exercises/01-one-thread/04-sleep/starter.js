// SPDX-License-Identifier: MIT

function sleep(ms) {
}

module.exports = { sleep }
