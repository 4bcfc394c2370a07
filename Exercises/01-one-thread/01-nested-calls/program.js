// SPDX-License-Identifier: MIT
function bake(what) {
  console.log(`into the oven: ${what}`)
  return `warm ${what}`
}

function sell(what) {
  console.log(`who wants ${what}?`)
  console.log(`on the counter: ${bake(what)}`)
  return 'one coin'
}

console.log('open')
console.log(`in the till: ${sell('rye')}`)
console.log('close')
