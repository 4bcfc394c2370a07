// SPDX-License-Identifier: MIT
// fails: plays the melody once, after the name is known
function greet(findName, playMelody) {
  return findName()
    .then((name) => {
      console.log(`Hello, ${name}!`)
      playMelody()
    })
    .then(() => playMelody())
    .then((title) => {
      console.log(`played ${title}`)
      return title
    })
}

module.exports = { greet }
