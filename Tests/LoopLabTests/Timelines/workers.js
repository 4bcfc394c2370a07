// SPDX-License-Identifier: MIT
// Two threads side by side.
const { Worker } = require('node:worker_threads')
const worker = new Worker(`
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', (value) => {
    parentPort.postMessage(value * 2)
    parentPort.close()
  })
`, { eval: true })
worker.on('message', (value) => console.log('answer', value))
worker.postMessage(21)
