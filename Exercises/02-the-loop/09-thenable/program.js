// SPDX-License-Identifier: MIT
const owl = {
  then(deliver) {
    console.log('owl takes off')
    deliver('scroll is here')
  },
}

async function tower() {
  console.log('climb the tower')
  const scroll = await owl
  console.log(scroll)
}

tower()
Promise.resolve()
  .then(() => console.log('bell rings once'))
  .then(() => console.log('bell rings twice'))
console.log('wait below')
