// SPDX-License-Identifier: MIT
// fails: plays the melody once, after the name is known
async function greet(findName, playMelody) {
  const name = await findName()
  const melody = playMelody()
  console.log(`Hello, ${name}!`)
  const title = await melody
  console.log(`played ${title}`)
  return title
}

module.exports = { greet }
