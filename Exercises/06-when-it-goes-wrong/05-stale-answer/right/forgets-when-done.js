// SPDX-License-Identifier: MIT
// The request is an object that is let go of once it is over, so that nothing is aborted without need.
function createSearchBox({ search, show, fail }) {
  let current = null

  function type(text) {
    if (current !== null) current.abort(new Error('a newer question'))
    current = null
    if (text === '') return show(text, [])
    const mine = new AbortController()
    current = mine
    const ifCurrent = (change) => {
      if (current !== mine) return
      current = null
      change()
    }
    Promise.resolve(search(text, mine.signal)).then(
      (hits) => ifCurrent(() => show(text, hits)),
      (error) => ifCurrent(() => fail(error))
    )
  }
  return type
}

module.exports = { createSearchBox }
