// SPDX-License-Identifier: MIT
// fails: computes what it computed before
// A function cannot be copied to another thread.
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
  const { parentPort, workerData } = require('worker_threads')
  const { addresses, compute } = workerData
  parentPort.postMessage(addresses.map((address) => ({ address, digits: compute(address) })))
`

function labelsFor(addresses) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData: { addresses, compute: checkDigits } })
    worker.on('message', resolve).on('error', reject)
  })
}

module.exports = { labelsFor }
