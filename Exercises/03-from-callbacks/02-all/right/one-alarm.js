// SPDX-License-Identifier: MIT
// The loop waits for one after the other, but each wait ends also when the alarm goes off.
async function all(inputs) {
  const promises = [...inputs].map((input) => Promise.resolve(input))
  const alarm = new Promise((_, reject) => promises.forEach((promise) => promise.catch(reject)))
  const values = []
  for (const promise of promises) values.push(await Promise.race([alarm, promise]))
  return values
}

module.exports = { all }
