// SPDX-License-Identifier: MIT
async function pour(cups) {
  console.log(`pour ${cups}`)
  if (cups > 2) {
    throw new Error('spilled')
  }
  await null
  console.log('not a drop lost')
}

try {
  pour(3).catch((error) => console.log(`mop: ${error.message}`))
  console.log('look proud')
} catch {
  console.log('never mind')
}

pour(1)
console.log('sit down')
