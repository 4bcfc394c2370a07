// SPDX-License-Identifier: MIT
// fails: reports failures of the latest request only
// The shop may give up by itself, and its error has that name as well.
function createSearchBox({ search, show, fail }) {
  let latest

  return async function type(text) {
    latest?.abort()
    const controller = new AbortController()
    latest = controller
    if (text === '') {
      show(text, [])
      return
    }
    try {
      const hits = await search(text, controller.signal)
      if (latest === controller) show(text, hits)
    } catch (error) {
      if (latest === controller && error.name !== 'AbortError') fail(error)
    }
  }
}

module.exports = { createSearchBox }
