// SPDX-License-Identifier: MIT
// fails: leaves another box alone
let latest

function createSearchBox({ search, show, fail }) {
  return async function type(text) {
    latest?.abort()
    const controller = new AbortController()
    latest = controller
    if (text === '') return show(text, [])
    try {
      const hits = await search(text, controller.signal)
      if (latest === controller) show(text, hits)
    } catch (error) {
      if (latest === controller) fail(error)
    }
  }
}

module.exports = { createSearchBox }
