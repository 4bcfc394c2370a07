// SPDX-License-Identifier: MIT
// fails: rejects when the digits cannot be computed
// That something went wrong is known here, but not what.
const { busy } = require('lab')
const { Worker, isMainThread, parentPort, workerData } = require('worker_threads')

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

if (!isMainThread) {
  parentPort.postMessage(workerData.map((address) => ({ address, digits: checkDigits(address) })))
}

function labelsFor(addresses) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: addresses })
    worker.on('message', resolve)
    worker.on('error', () => {})
    worker.on('exit', (status) => {
      if (status !== 0) reject(new Error(`worker stopped with exit code ${status}`))
    })
  })
}

module.exports = { labelsFor }
