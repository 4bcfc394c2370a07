// SPDX-License-Identifier: MIT
const { pbkdf2 } = require('node:crypto')

function unlock(room) {
  console.log(`order a key for the ${room}`)
  pbkdf2(room, 'salt', 1000, 32, 'sha256', () => {
    console.log('the key arrives')
    setTimeout(() => console.log('the door is open'), 10)
    console.log('put it into the lock')
  })
  console.log('unlock returns')
}

unlock('attic')
console.log('whistle a tune')
