// SPDX-License-Identifier: MIT
// fails: rejects when the melody cannot be played
function greet(findName, playMelody) {
  return findName()
    .then((name) => {
      console.log(`Hello, ${name}!`)
      return playMelody()
    })
    .then((title) => {
      console.log(`played ${title}`)
      return title
    })
    .catch((error) => console.log(error.message))
}

module.exports = { greet }
