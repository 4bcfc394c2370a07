// SPDX-License-Identifier: MIT
// The worker's code is put together from the function's own text.
const { busy } = require('lab')
const { Worker } = require('worker_threads')

/** The check digits of an address, 0 to 96. Leave it as it is. */
function checkDigits(address) {
  if (typeof address !== 'string') {
    throw new TypeError(`no address: ${address}`)
  }
  busy(60)
  let digits = 0
  for (const character of address) {
    digits = (digits * 31 + character.codePointAt(0)) % 97
  }
  return digits
}

const code = `
  const { busy } = require('lab')
  const { parentPort, workerData } = require('worker_threads')
  ${checkDigits}
  parentPort.postMessage(workerData.map(checkDigits))
`

async function labelsFor(addresses) {
  const worker = new Worker(code, { eval: true, workerData: addresses })
  const numbers = await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (status) => reject(new Error(`the worker ended with ${status}`)))
  })
  return numbers.map((digits, index) => ({ address: addresses[index], digits }))
}

module.exports = { labelsFor }
