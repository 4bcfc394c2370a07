// SPDX-License-Identifier: MIT
async function lightStove() {
  throw new Error('no gas')
}

async function cook() {
  try {
    console.log('chop onions')
    await lightStove()
    console.log('stir')
  } catch (error) {
    console.log(error.message)
    return 'cold salad'
  } finally {
    console.log('wash up')
  }
}

cook()
  .finally(() => console.log('lights off'))
  .then((meal) => console.log(meal))
console.log('set the table')
