// SPDX-License-Identifier: MIT
function all(inputs) {
  const steps = (iterator) => {
    const { done, value: input } = iterator.next()
    if (done) return Promise.resolve(undefined)
    const first = Promise.resolve(input)
    const rest = steps(iterator)
    return new Promise((resolve, reject) => {
      first.catch(reject)
      rest.then((tail) => first.then((value) => resolve({ value, tail }), reject), reject)
    })
  }
  const flat = (list, values = []) => (list === undefined ? values : flat(list.tail, values.concat([list.value])))
  return new Promise((resolve) => resolve(steps(inputs[Symbol.iterator]()))).then((list) => flat(list))
}

module.exports = { all }
