// SPDX-License-Identifier: MIT
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

async function labelsFor(addresses) {
  const labels = []
  for (const address of addresses) {
    const digits = await checkDigits(address)
    labels.push({ address, digits })
  }
  return labels
}

module.exports = { labelsFor }
