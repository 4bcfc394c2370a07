// SPDX-License-Identifier: MIT
const parcel = new Promise((resolve, reject) => {
  console.log('wrap')
  resolve('a kite')
  console.log('tie a bow')
  reject(new Error('torn paper'))
  resolve('a drum')
})

parcel.then((gift) => console.log(gift))
parcel.catch((error) => console.log(error.message))
console.log('hand it over')
