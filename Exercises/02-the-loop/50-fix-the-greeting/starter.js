// SPDX-License-Identifier: MIT
function greet(findName, playMelody) {
  return findName()
    .then((name) => {
      console.log(`Hello, ${name}!`)
      playMelody()
    })
    .then((title) => {
      console.log(`played ${title}`)
      return title
    })
}

module.exports = { greet }
