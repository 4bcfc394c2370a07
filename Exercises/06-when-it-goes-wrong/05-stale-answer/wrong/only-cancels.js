// SPDX-License-Identifier: MIT
// fails: never shows an older answer after a newer one
function createSearchBox({ search, show, fail }) {
  let controller

  return async function type(text) {
    controller?.abort()
    controller = new AbortController()
    if (text === '') return show(text, [])
    const { signal } = controller
    try {
      const hits = await search(text, signal)
      show(text, hits)
    } catch (error) {
      if (!signal.aborted) fail(error)
    }
  }
}

module.exports = { createSearchBox }
