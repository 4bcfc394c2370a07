// SPDX-License-Identifier: MIT
// A module in a data: URL.
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
  import { busy } from 'lab'
  import { parentPort, workerData } from 'node:worker_threads'
  ${checkDigits}
  const labels = []
  for (const address of workerData) labels.push({ address, digits: checkDigits(address) })
  parentPort.postMessage(labels)
`
const url = new URL('data:text/javascript,' + encodeURIComponent(code))

function labelsFor(addresses) {
  return new Promise((resolve, reject) => {
    new Worker(url, { workerData: addresses }).on('message', resolve).on('error', reject)
  })
}

module.exports = { labelsFor }
