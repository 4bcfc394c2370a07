// SPDX-License-Identifier: MIT
function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function answerDoor() {
  console.log('footsteps')
  await sleep(40)
  console.log('latch lifts')
  return 'hello!'
}

async function visit() {
  console.log('knock knock')
  const greeting = await answerDoor()
  console.log(greeting)
}

visit().then(() => console.log('tea for two'))
setTimeout(() => console.log('rain starts'), 20)
Promise.resolve().then(() => console.log('dog barks'))
console.log('look at the garden')
