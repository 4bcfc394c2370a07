// SPDX-License-Identifier: MIT
function allSettled(inputs) {
  let watched
  try {
    watched = [...inputs].map((input) =>
      Promise.resolve(input)
        .then((value) => ({ status: 'fulfilled', value }))
        .catch((reason) => ({ status: 'rejected', reason })),
    )
  } catch (error) {
    return Promise.reject(error)
  }
  return watched.reduce(
    (before, next) => before.then((reports) => next.then((report) => reports.concat([report]))),
    Promise.resolve([]),
  )
}

module.exports = { allSettled }
