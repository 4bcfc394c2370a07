// SPDX-License-Identifier: MIT
// fails: keeps two calls apart
// The variable is that of the last call, whichever worker has answered.
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
  parentPort.on('message', (addresses) => {
    try {
      parentPort.postMessage({ labels: addresses.map((address) => ({ address, digits: checkDigits(address) })) })
    } catch (error) {
      parentPort.postMessage({ error })
    }
  })
}

let worker

function labelsFor(addresses) {
  return new Promise((resolve, reject) => {
    worker = new Worker(__filename)
    worker.on('message', ({ labels, error }) => {
      worker.terminate()
      if (error) reject(error)
      else resolve(labels)
    })
    worker.postMessage(addresses)
  })
}

module.exports = { labelsFor }
