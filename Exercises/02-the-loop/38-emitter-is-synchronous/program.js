// SPDX-License-Identifier: MIT
const { EventEmitter } = require('node:events')

const bell = new EventEmitter()

bell.on('ring', async (guest) => {
  console.log(`coat of ${guest}`)
  await null
  console.log(`${guest} sits`)
})
bell.on('ring', (guest) => {
  console.log(`greet ${guest}`)
  bell.emit('tea', guest)
})
bell.once('tea', (guest) => console.log(`tea for ${guest}`))

bell.emit('ring', 'Ida')
console.log('door closes')
bell.emit('ring', 'Ole')
console.log('all inside')
