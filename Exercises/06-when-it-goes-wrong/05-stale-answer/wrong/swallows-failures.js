// SPDX-License-Identifier: MIT
// fails: reports failures of the latest request only
function createSearchBox({ search, show }) {
  let latest

  return async function type(text) {
    latest?.abort()
    const controller = new AbortController()
    latest = controller
    if (text === '') return show(text, [])
    try {
      const hits = await search(text, controller.signal)
      if (latest === controller) show(text, hits)
    } catch {
      // An older request, most likely.
    }
  }
}

module.exports = { createSearchBox }
