// SPDX-License-Identifier: MIT
// fails: gives up the older request
// Once aborted, a signal stays so: the second question is given up before it is asked.
function createSearchBox({ search, show, fail }) {
  const controller = new AbortController()
  let latest = 0

  return async function type(text) {
    latest += 1
    const mine = latest
    if (mine > 1) controller.abort()
    if (text === '') return show(text, [])
    try {
      const hits = await search(text, controller.signal)
      if (mine === latest) show(text, hits)
    } catch (error) {
      if (mine === latest && !controller.signal.aborted) fail(error)
    }
  }
}

module.exports = { createSearchBox }
