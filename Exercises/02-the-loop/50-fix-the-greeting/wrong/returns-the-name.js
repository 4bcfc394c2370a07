// SPDX-License-Identifier: MIT
// fails: says hello, then what was played
function greet(findName, playMelody) {
  return findName()
    .then((name) => {
      console.log(`Hello, ${name}!`)
      playMelody()
      return name
    })
    .then((title) => {
      console.log(`played ${title}`)
      return title
    })
}

module.exports = { greet }
