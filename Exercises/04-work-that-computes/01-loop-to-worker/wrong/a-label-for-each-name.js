// SPDX-License-Identifier: MIT
// fails: computes what it computed before
// A table by address has one row for two that are equal.
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
  const digits = new Map()
  for (const address of workerData) digits.set(address, checkDigits(address))
  parentPort.postMessage(digits)
}

function labelsFor(addresses) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: addresses })
    worker.on('message', (table) => resolve([...table].map(([address, digits]) => ({ address, digits }))))
    worker.on('error', reject)
  })
}

module.exports = { labelsFor }
