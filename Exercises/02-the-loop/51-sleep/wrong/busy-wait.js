// SPDX-License-Identifier: MIT
// fails: leaves the thread free
async function sleep(ms, value) {
  const end = Date.now() + ms
  while (Date.now() < end) {
    // wait
  }
  return value
}

module.exports = { sleep }
