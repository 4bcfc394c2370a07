// SPDX-License-Identifier: MIT
const { busy } = require('lab')
const threads = require('worker_threads')

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

if (!threads.isMainThread) {
  const labels = threads.workerData.map((address) => {
    return { address, digits: checkDigits(address) }
  })
  threads.parentPort.postMessage(labels)
}

function labelsFor(addresses) {
  return new Promise((resolve, reject) => {
    const worker = new threads.Worker(__filename, { workerData: addresses })
    worker.on('message', resolve)
    worker.on('error', reject)
  })
}

module.exports = { labelsFor }
