// SPDX-License-Identifier: MIT
// The inner chain is returned, so the outer one waits for all of it.
function greet(findName, playMelody) {
  return findName().then((name) => {
    console.log(`Hello, ${name}!`)
    return playMelody().then((title) => {
      console.log(`played ${title}`)
      return title
    })
  })
}

module.exports = { greet }
