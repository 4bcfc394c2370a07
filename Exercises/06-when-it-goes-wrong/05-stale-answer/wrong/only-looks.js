// SPDX-License-Identifier: MIT
// fails: gives up the older request
function createSearchBox({ search, show, fail }) {
  let latest = 0

  return async function type(text) {
    latest += 1
    const mine = latest
    if (text === '') return show(text, [])
    try {
      const hits = await search(text, new AbortController().signal)
      if (mine === latest) show(text, hits)
    } catch (error) {
      if (mine === latest) fail(error)
    }
  }
}

module.exports = { createSearchBox }
