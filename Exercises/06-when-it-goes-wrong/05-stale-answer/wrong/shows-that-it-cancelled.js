// SPDX-License-Identifier: MIT
// fails: does not take a cancelled request for a failure
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
      fail(error)
    }
  }
}

module.exports = { createSearchBox }
