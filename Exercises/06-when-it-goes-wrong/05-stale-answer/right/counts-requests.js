// SPDX-License-Identifier: MIT
// A number for each request, and promises instead of await. There is no export.
function createSearchBox({ search, show, fail }) {
  let number = 0
  let stop = () => {}

  return (text) => {
    stop()
    number += 1
    const mine = number
    const onlyIfLatest = (change) => (value) => {
      if (mine === number) change(value)
    }
    if (text === '') {
      stop = () => {}
      show('', [])
      return
    }
    const controller = new AbortController()
    stop = () => controller.abort()
    search(text, controller.signal).then(onlyIfLatest((hits) => show(text, hits)), onlyIfLatest(fail))
  }
}
