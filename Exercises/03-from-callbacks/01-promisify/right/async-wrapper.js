// SPDX-License-Identifier: MIT
// An async function turns what is thrown into a rejection. The answer is collected first and looked at afterwards.
function promisify(fn, options = {}) {
  return async function (...args) {
    const [error, ...results] = await new Promise((answer, fail) => {
      try {
        fn.apply(this, [...args, (...answered) => answer(answered)])
      } catch (thrown) {
        fail(thrown)
      }
    })
    if (error !== null && error !== undefined) throw error
    return options.all ? results : results[0]
  }
}

module.exports = { promisify }
