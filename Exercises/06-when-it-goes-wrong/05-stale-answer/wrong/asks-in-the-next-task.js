// SPDX-License-Identifier: MIT
// fails: asks at once and shows the hits
// No time passes, but whatever else the page has to do comes first.
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
    await new Promise((resolve) => setImmediate(resolve))
    try {
      const hits = await search(text, controller.signal)
      if (latest === controller) show(text, hits)
    } catch (error) {
      if (latest === controller) fail(error)
    }
  }
}

module.exports = { createSearchBox }
