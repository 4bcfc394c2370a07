// SPDX-License-Identifier: MIT
// fails: computes what it computed before
// The function's text is there; `busy`, which it calls, is a variable of the other thread.
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
  ${checkDigits}
  parentPort.postMessage(workerData.map((address) => ({ address, digits: checkDigits(address) })))
`

function labelsFor(addresses) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData: addresses })
    worker.on('message', resolve).on('error', reject)
  })
}

module.exports = { labelsFor }
