// SPDX-License-Identifier: MIT
async function race(inputs) {
  for (const input of inputs) {
    // This waits for the first one in the list. What about the others?
    return await input
  }
}

module.exports = { race }
