// SPDX-License-Identifier: MIT
// fails: reports failures of the latest request only
// An older request that fails by itself, and not because it was aborted, still gets to the page.
function createSearchBox({ search, show, fail }) {
  let latest

  return async function type(text) {
    latest?.abort()
    const controller = new AbortController()
    latest = controller
    if (text === '') return show(text, [])
    try {
      const hits = await search(text, controller.signal)
      if (latest === controller) show(text, hits)
    } catch (error) {
      if (error.name !== 'AbortError') fail(error)
    }
  }
}

module.exports = { createSearchBox }
