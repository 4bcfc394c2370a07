// SPDX-License-Identifier: MIT
setTimeout(() => console.log('bell at the front door'), 0)

for (let number = 1; number <= 3; number += 1) {
  console.log(`shape loaf ${number}`)
}

function sweep() {
  setTimeout(() => {
    console.log('bell at the back door')
    count()
  }, 0)
  console.log('sweep')
}

function count() {
  console.log('count the coins')
}

sweep()
console.log('switch off the light')
