// SPDX-License-Identifier: MIT
// fails: tells requests for the same text apart
// The shop is not asked again, and what has been sold out meanwhile is still for sale here.
function createSearchBox({ search, show, fail }) {
  const known = new Map()
  let latest

  return async function type(text) {
    latest?.abort()
    const controller = new AbortController()
    latest = controller
    if (text === '') {
      show(text, [])
      return
    }
    if (known.has(text)) {
      show(text, known.get(text))
      return
    }
    try {
      const hits = await search(text, controller.signal)
      if (latest !== controller) return
      known.set(text, hits)
      show(text, hits)
    } catch (error) {
      if (latest === controller) fail(error)
    }
  }
}

module.exports = { createSearchBox }
