// SPDX-License-Identifier: MIT
// fails: gives no labels for no addresses
// A worker for each address, and the last one of them resolves. Without any, nobody does.
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
  parentPort.postMessage(checkDigits(workerData))
`

function labelsFor(addresses) {
  return new Promise((resolve, reject) => {
    const labels = []
    let done = 0
    addresses.forEach((address, index) => {
      const worker = new Worker(code, { eval: true, workerData: address })
      worker.on('error', reject)
      worker.on('message', (digits) => {
        labels[index] = { address, digits }
        done += 1
        if (done === addresses.length) resolve(labels)
      })
    })
  })
}

module.exports = { labelsFor }
