// SPDX-License-Identifier: MIT
// fails: takes thenables
// Others may still wait for a loser.
function race(inputs) {
  return new Promise((resolve, reject) => {
    const runners = [...inputs]
    const ending = (settle) => (outcome) => {
      settle(outcome)
      for (const runner of runners) runner?.cancel?.()
    }
    for (const runner of runners) Promise.resolve(runner).then(ending(resolve), ending(reject))
  })
}

module.exports = { race }
