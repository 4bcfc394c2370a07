// SPDX-License-Identifier: MIT
// fails: greets nobody when there is no name
function greet(findName, playMelody) {
  return findName()
    .catch(() => 'stranger')
    .then((name) => {
      console.log(`Hello, ${name}!`)
      return playMelody()
    })
    .then((title) => {
      console.log(`played ${title}`)
      return title
    })
}

module.exports = { greet }
