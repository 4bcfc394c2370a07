// SPDX-License-Identifier: MIT
// What succeeds is thrown, what fails is returned: then `all` is over at the first success.
const swap = (input) => Promise.resolve(input).then(
  (value) => Promise.reject({ value }),
  (reason) => reason,
)

async function any(inputs) {
  let reasons
  try {
    reasons = await Promise.all([...inputs].map(swap))
  } catch (found) {
    if (!Object.hasOwn(found, 'value')) throw found
    return found.value
  }
  throw new AggregateError(reasons)
}

module.exports = { any }
