// SPDX-License-Identifier: MIT
const fs = require('node:fs')
const { EventEmitter } = require('node:events')

const harbour = new EventEmitter()
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

harbour.once('docked', (ship) => {
  console.log(`${ship} docks`)
  process.nextTick(() => console.log('ropes tight'))
  queueMicrotask(() => console.log('gangway down'))
})

async function pilot(ship) {
  console.log(`aboard ${ship}`)
  await sleep(60)
  harbour.emit('docked', ship)
  return `${ship} unloads`
}

async function customs() {
  await null
  throw new Error('bananas?')
}

function evening() {
  setTimeout(() => console.log('stars out'), 0)
  setImmediate(() => console.log('lamp lit'))
}

const fog = setTimeout(() => console.log('fog'), 90)
const arrival = pilot('Gull')
const tug = sleep(30).then(() => 'tug waits')

arrival.then((report) => {
  console.log(report)
  clearTimeout(fog)
  fs.readFile(__filename, evening)
})
Promise.race([arrival, tug]).then((news) => console.log(news))
customs()
  .catch((error) => console.log(error.message))
  .then(() => console.log('papers stamped'))
process.nextTick(() => console.log('radio crackles'))
console.log('harbour opens')
