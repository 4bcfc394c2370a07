// SPDX-License-Identifier: MIT
// fails: takes values and reasons of any kind
// Nobody asked for that: a function is a value like any other.
async function allSettled(inputs) {
  const report = async (input) => {
    try {
      return { status: 'fulfilled', value: await (typeof input === 'function' ? input() : input) }
    } catch (reason) {
      return { status: 'rejected', reason }
    }
  }
  return Promise.all([...inputs].map(report))
}

module.exports = { allSettled }
