// SPDX-License-Identifier: MIT
// fails: computes what it computed before
// A worker for each address, started from the last one on; the answers are taken as they come.
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
  const { busy } = require('lab')
  const { parentPort, workerData } = require('worker_threads')
  ${checkDigits}
  parentPort.postMessage({ address: workerData, digits: checkDigits(workerData) })
`

async function labelsFor(addresses) {
  const labels = []
  const waiting = [...addresses]
  const next = async () => {
    const address = waiting.pop()
    labels.push(await new Promise((resolve, reject) => {
      new Worker(code, { eval: true, workerData: address }).on('message', resolve).on('error', reject)
    }))
  }
  await Promise.all(addresses.map(next))
  return labels
}

module.exports = { labelsFor }
