// SPDX-License-Identifier: MIT
// fails: rejects as soon as one is rejected
// Whoever is not looked at yet may be rejected meanwhile, and nobody is told.
async function all(inputs) {
  const values = []
  for (const input of [...inputs]) values.push(await input)
  return values
}

module.exports = { all }
