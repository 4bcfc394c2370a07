// SPDX-License-Identifier: MIT
exports.race = (inputs) =>
  new Promise((resolve, reject) => {
    const runners = inputs[Symbol.iterator]()
    const start = ({ done, value }) => {
      if (done) return
      new Promise((settle) => settle(value)).then(resolve).catch(reject)
      start(runners.next())
    }
    start(runners.next())
  })
