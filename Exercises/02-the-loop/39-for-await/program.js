// SPDX-License-Identifier: MIT
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function* train() {
  console.log('whistle blows')
  yield 'mill'
  console.log('over the bridge')
  yield 'harbour'
  console.log('into the depot')
}

async function ride() {
  for await (const stop of train()) {
    console.log(`stop: ${stop}`)
    await sleep(40)
  }
  console.log('walk home')
}

ride()
setTimeout(() => console.log('ticket, please'), 60)
console.log('wave goodbye')
