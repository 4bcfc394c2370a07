// SPDX-License-Identifier: MIT
// fails: rejects when the melody cannot be played
async function greet(findName, playMelody) {
  const name = await findName()
  console.log(`Hello, ${name}!`)
  try {
    const title = await playMelody()
    console.log(`played ${title}`)
    return title
  } catch (error) {
    throw error.message
  }
}

module.exports = { greet }
