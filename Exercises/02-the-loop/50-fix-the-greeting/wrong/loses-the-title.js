// SPDX-License-Identifier: MIT
// fails: resolves with the title
function greet(findName, playMelody) {
  return findName()
    .then((name) => {
      console.log(`Hello, ${name}!`)
      return playMelody()
    })
    .then((title) => {
      console.log(`played ${title}`)
    })
}

module.exports = { greet }
