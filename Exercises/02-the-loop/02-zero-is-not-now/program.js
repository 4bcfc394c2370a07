// SPDX-License-Identifier: MIT
function stare(ms) {
  const end = Date.now() + ms
  while (Date.now() < end) { /* stare at the oven */ }
}

function bake() {
  setTimeout(() => console.log('oven beeps'), 0)
  console.log('door shut')
  stare(20)
  console.log('20 ms later')
}

bake()
console.log('apron off')
