// SPDX-License-Identifier: MIT
// fails: shows nothing old while a newer question is open
// One after the other: the order is right, and every answer is shown.
function createSearchBox({ search, show, fail }) {
  let before = Promise.resolve()
  let controller

  return function type(text) {
    controller?.abort()
    controller = new AbortController()
    if (text === '') return show(text, [])
    const { signal } = controller
    const asked = search(text, signal)
    before = before.then(() => asked).then(
      (hits) => show(text, hits),
      (error) => signal.aborted || fail(error)
    )
  }
}

module.exports = { createSearchBox }
