// SPDX-License-Identifier: MIT
// fails: plays the melody once, after the name is known
function greet(findName, playMelody) {
  return Promise.all([findName(), playMelody()]).then(([name, title]) => {
    console.log(`Hello, ${name}!`)
    console.log(`played ${title}`)
    return title
  })
}

module.exports = { greet }
