// SPDX-License-Identifier: MIT
// fails: resolves with the title
let greeting

function greet(findName, playMelody) {
  greeting ??= findName()
    .then((name) => {
      console.log(`Hello, ${name}!`)
      return playMelody()
    })
    .then((title) => {
      console.log(`played ${title}`)
      return title
    })
  return greeting
}

module.exports = { greet }
