// SPDX-License-Identifier: MIT
async function lightLamp(name) {
  console.log(`${name}: match`)
  await null
  console.log(`${name}: light`)
}

console.log('dusk')
lightLamp('north')
lightLamp('south')
console.log('ships sail on')
