// SPDX-License-Identifier: MIT
// As many tokens as there are permits, in an array; whoever takes one waits for it to be there.
const semaphore = (permits) => {
  const tokens = Array.from({ length: permits }, (_, number) => number)
  const line = []

  const serve = () => {
    while (tokens.length > 0 && line.length > 0) {
      const token = tokens.pop()
      let isOut = true
      line.shift()(() => {
        if (!isOut) return
        isOut = false
        tokens.push(token)
        serve()
      })
    }
  }

  const acquire = () => new Promise((resolve) => {
    line.push(resolve)
    serve()
  })

  return {
    acquire,
    tryAcquire() {
      if (tokens.length === 0) return undefined
      let release
      line.push((given) => { release = given })
      serve()
      return release
    },
    run: (fn) => acquire().then((release) => Promise.resolve().then(() => fn()).finally(release)),
  }
}

module.exports = { semaphore }
