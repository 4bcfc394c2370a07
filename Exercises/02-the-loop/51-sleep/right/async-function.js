// SPDX-License-Identifier: MIT
async function sleep(ms, value) {
  await new Promise((wake) => {
    setTimeout(wake, ms)
  })
  return value
}

module.exports = { sleep }
