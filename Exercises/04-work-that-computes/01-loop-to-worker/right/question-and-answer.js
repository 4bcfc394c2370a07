// SPDX-License-Identifier: MIT
// A worker that is asked address by address, and reports failures in messages. There is no export.
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
  parentPort.on('message', (address) => {
    try {
      parentPort.postMessage({ digits: checkDigits(address) })
    } catch (error) {
      parentPort.postMessage({ error })
    }
  })
}

async function labelsFor(addresses) {
  const labels = []
  if (addresses.length === 0) return labels
  const worker = new Worker(__filename)
  try {
    for (const address of addresses) {
      const answer = await new Promise((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.postMessage(address)
      })
      if (answer.error) throw answer.error
      labels.push({ address, digits: answer.digits })
    }
    return labels
  } finally {
    await worker.terminate()
  }
}
