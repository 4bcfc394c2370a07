// SPDX-License-Identifier: MIT
// A duel has two sides; a race is a row of duels.
const never = { then() {} }

function duel(one, other) {
  return new Promise((resolve, reject) => {
    one.then(resolve, reject)
    other.then(resolve, reject)
  })
}

const race = async (inputs) => [...inputs].map((input) => Promise.resolve(input)).reduceRight(
  (rest, input) => duel(input, rest),
  never,
)

module.exports = { race }
