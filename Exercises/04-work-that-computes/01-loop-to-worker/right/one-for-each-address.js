// SPDX-License-Identifier: MIT
// As many workers as addresses: only for short lists. The one that fails ends the others.
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

const source = [
  "const { parentPort, workerData } = require('worker_threads')",
  "const { busy } = require('lab')",
  checkDigits.toString(),
  'parentPort.postMessage({ address: workerData, digits: checkDigits(workerData) })',
].join('\n')

function labelsFor(addresses) {
  const workers = addresses.map((address) => new Worker(source, { eval: true, workerData: address }))
  const labels = workers.map((worker) => new Promise((resolve, reject) => {
    worker.on('message', resolve).on('error', reject)
  }))
  return Promise.all(labels).finally(() => Promise.all(workers.map((worker) => worker.terminate())))
}

module.exports = { labelsFor }
