// SPDX-License-Identifier: MIT
// fails: waits for ever for nobody
function race(inputs) {
  return new Promise((resolve, reject) => {
    let isEmpty = true
    for (const input of inputs) {
      isEmpty = false
      Promise.resolve(input).then(resolve, reject)
    }
    if (isEmpty) reject(new Error('a race needs runners'))
  })
}

module.exports = { race }
