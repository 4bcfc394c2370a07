// SPDX-License-Identifier: MIT
// fails: lets any value be a success
async function any(inputs) {
  const promises = [...inputs].map((input) => Promise.resolve(input))
  const errors = []
  const found = await new Promise((resolve) => {
    let open = promises.length
    if (open === 0) resolve()
    promises.forEach(async (promise, index) => {
      const value = await promise.catch((reason) => void (errors[index] = reason))
      open -= 1
      if (value || open === 0) resolve(value)
    })
  })
  if (!found) throw new AggregateError(errors)
  return found
}

module.exports = { any }
