// SPDX-License-Identifier: MIT
// fails: waits for the end of the melody
function greet(findName, playMelody) {
  return findName().then((name) => {
    let played
    console.log(`Hello, ${name}!`)
    playMelody().then((title) => {
      played = title
      console.log(`played ${title}`)
    })
    return new Promise((resolve) => setTimeout(() => resolve(played), 100))
  })
}

module.exports = { greet }
