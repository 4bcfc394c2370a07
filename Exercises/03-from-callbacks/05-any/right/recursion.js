// SPDX-License-Identifier: MIT
// Either the first input or any of the rest. Reasons come back as a list, the first one in front.
class Reasons {
  constructor(list) {
    this.list = list
  }
}

function either(first, rest) {
  return new Promise((resolve, reject) => {
    rest.then(resolve, () => {})
    first.then(resolve, (reason) => {
      rest.catch(({ list }) => reject(new Reasons([reason, ...list])))
    })
  })
}

function search([first, ...rest]) {
  const others = rest.length === 0 ? Promise.reject(new Reasons([])) : search(rest)
  return either(first, others)
}

exports.any = async (inputs) => {
  const promises = [...inputs].map((input) => Promise.resolve(input))
  if (promises.length === 0) throw new AggregateError([])
  return search(promises).catch(({ list }) => {
    throw new AggregateError(list, `${list.length} of ${list.length} failed`)
  })
}
