// SPDX-License-Identifier: MIT
// fails: tells requests for the same text apart
function createSearchBox({ search, show, fail }) {
  let current = ''
  let controller

  return async function type(text) {
    controller?.abort()
    controller = new AbortController()
    current = text
    if (text === '') return show(text, [])
    const { signal } = controller
    try {
      const hits = await search(text, signal)
      if (text === current) show(text, hits)
    } catch (error) {
      if (text === current && !signal.aborted) fail(error)
    }
  }
}

module.exports = { createSearchBox }
