// SPDX-License-Identifier: MIT
const { Worker, isMainThread, parentPort } = require('node:worker_threads')

if (isMainThread) {
  const sacks = ['rye', 'oat', 'stop']
  const mill = new Worker(__filename)
  mill.on('message', (flour) => {
    queueMicrotask(() => console.log(`weigh ${flour}`))
    mill.postMessage(sacks.shift())
    console.log(`fetch ${flour}`)
  })
  mill.on('exit', () => console.log('mill is still'))
  mill.postMessage(sacks.shift())
  console.log('cart is empty')
} else {
  parentPort.on('message', (grain) => {
    if (grain === 'stop') {
      parentPort.close()
    } else {
      parentPort.postMessage(`${grain} flour`)
    }
  })
}
