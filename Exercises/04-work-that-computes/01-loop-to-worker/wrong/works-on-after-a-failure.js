// SPDX-License-Identifier: MIT
// fails: leaves no worker behind a failure
// The failure is told, and then come the other addresses.
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
  const labels = []
  for (const address of workerData) {
    try {
      labels.push({ address, digits: checkDigits(address) })
    } catch (error) {
      parentPort.postMessage({ error })
    }
  }
  parentPort.postMessage({ labels })
}

function labelsFor(addresses) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: addresses })
    worker.on('message', ({ labels, error }) => (error ? reject(error) : resolve(labels)))
  })
}

module.exports = { labelsFor }
