// SPDX-License-Identifier: MIT
async function bake() {
  const dough = await 'dough rises'
  console.log(dough)
  const loaf = await 'loaf is brown'
  console.log(loaf)
}

Promise.resolve()
  .then(() => console.log('oven warms'))
  .then(() => console.log('oven hums'))
  .then(() => console.log('oven cools'))

bake().then(() => console.log('eat'))
console.log('hands washed')
