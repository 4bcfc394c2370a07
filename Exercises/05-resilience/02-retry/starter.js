// SPDX-License-Identifier: MIT
async function retry(fn, options) {
  try {
    return await fn(1)
  } catch (error) {
    // And now?
    throw error
  }
}

module.exports = { retry }
