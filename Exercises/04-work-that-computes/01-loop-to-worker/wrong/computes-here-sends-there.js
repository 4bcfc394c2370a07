// SPDX-License-Identifier: MIT
// fails: leaves the thread free
// The worker gets the labels when all of the work is done.
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
  parentPort.postMessage(workerData)
`

function labelsFor(addresses) {
  return new Promise((resolve, reject) => {
    const workerData = addresses.map((address) => ({ address, digits: checkDigits(address) }))
    new Worker(code, { eval: true, workerData }).on('message', resolve).on('error', reject)
  })
}

module.exports = { labelsFor }
