// SPDX-License-Identifier: MIT
// fails: tells requests for the same text apart
// Where nothing is found, the hits of the question before stay on the page.
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
      if (latest === controller && hits.length > 0) show(text, hits)
    } catch (error) {
      if (latest === controller) fail(error)
    }
  }
}

module.exports = { createSearchBox }
