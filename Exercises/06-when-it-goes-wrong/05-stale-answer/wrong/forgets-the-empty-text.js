// SPDX-License-Identifier: MIT
// fails: keeps an emptied box empty
function createSearchBox({ search, show, fail }) {
  let latest

  return async function type(text) {
    if (text === '') return show(text, [])
    latest?.abort()
    const controller = new AbortController()
    latest = controller
    try {
      const hits = await search(text, controller.signal)
      if (latest === controller) show(text, hits)
    } catch (error) {
      if (latest === controller) fail(error)
    }
  }
}

module.exports = { createSearchBox }
