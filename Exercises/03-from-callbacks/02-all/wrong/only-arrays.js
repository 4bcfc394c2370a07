// SPDX-License-Identifier: MIT
// fails: takes any iterable
function all(inputs) {
  return new Promise((resolve, reject) => {
    const values = []
    let arrived = 0
    if (inputs.length === 0 || inputs.size === 0) resolve(values)
    for (let index = 0; index < inputs.length; index++) {
      Promise.resolve(inputs[index]).then((value) => {
        values[index] = value
        arrived += 1
        if (arrived === inputs.length) resolve(values)
      }, reject)
    }
  })
}

module.exports = { all }
