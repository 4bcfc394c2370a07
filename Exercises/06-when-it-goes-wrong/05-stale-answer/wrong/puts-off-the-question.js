// SPDX-License-Identifier: MIT
// fails: asks at once and shows the hits
// A pause before each question makes the mix-up rarer. It does not end it.
function createSearchBox({ search, show, fail }) {
  let timer

  return function type(text) {
    clearTimeout(timer)
    if (text === '') return show(text, [])
    timer = setTimeout(async () => {
      try {
        show(text, await search(text, new AbortController().signal))
      } catch (error) {
        fail(error)
      }
    }, 200)
  }
}

module.exports = { createSearchBox }
