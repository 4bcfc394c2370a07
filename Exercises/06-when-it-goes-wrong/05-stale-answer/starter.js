// SPDX-License-Identifier: MIT
function createSearchBox({ search, show, fail }) {
  return async function type(text) {
    if (text === '') {
      show(text, [])
      return
    }
    const controller = new AbortController()
    try {
      const hits = await search(text, controller.signal)
      show(text, hits)
    } catch (error) {
      fail(error)
    }
  }
}

module.exports = { createSearchBox }
