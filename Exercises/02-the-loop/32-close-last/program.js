// SPDX-License-Identifier: MIT
const { MessageChannel } = require('node:worker_threads')

const { port1: hatch } = new MessageChannel()

hatch.on('close', () => {
  console.log('hatch shuts')
  Promise.resolve().then(() => console.log('bolt slides'))
})
hatch.close()

setImmediate(() => {
  console.log('wipe the bar')
  setImmediate(() => console.log('lights off'))
  process.nextTick(() => console.log('count the till'))
})

setImmediate(() => console.log('stack chairs'))

console.log('last orders')
