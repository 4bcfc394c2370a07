// SPDX-License-Identifier: MIT
// fails: says hello, then what was played
// Whoever comes next has the name of the first one.
let known

async function greet(findName, playMelody) {
  if (known === undefined) known = await findName()
  console.log(`Hello, ${known}!`)
  const title = await playMelody()
  console.log(`played ${title}`)
  return title
}

module.exports = { greet }
