// SPDX-License-Identifier: MIT
async function greet(findName, playMelody) {
  const name = await findName()
  console.log(`Hello, ${name}!`)
  const title = await playMelody()
  console.log(`played ${title}`)
  return title
}

module.exports = { greet }
