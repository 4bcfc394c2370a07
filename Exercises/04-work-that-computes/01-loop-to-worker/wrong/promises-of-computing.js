// SPDX-License-Identifier: MIT
// fails: leaves the thread free
// A promise is no thread.
const { busy } = require('lab')

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

function labelsFor(addresses) {
  return Promise.all(
    addresses.map((address) => new Promise((resolve) => resolve({ address, digits: checkDigits(address) })))
  )
}

module.exports = { labelsFor }
