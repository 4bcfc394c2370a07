// SPDX-License-Identifier: MIT
// A request's own signal says whether it is still wanted.
class SearchBox {
  #controller = new AbortController()

  constructor(page) {
    this.page = page
  }

  async type(text) {
    this.#controller.abort()
    this.#controller = new AbortController()
    const { signal } = this.#controller
    const { search, show, fail } = this.page
    try {
      const hits = text === '' ? [] : await search(text, signal)
      if (!signal.aborted) show(text, hits)
    } catch (error) {
      if (!signal.aborted) fail(error)
    }
  }
}

function createSearchBox(page) {
  const box = new SearchBox(page)
  return (text) => box.type(text)
}

module.exports = { createSearchBox }
