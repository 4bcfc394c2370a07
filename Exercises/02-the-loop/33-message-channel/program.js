// SPDX-License-Identifier: MIT
const { port1: waiter, port2: cook } = new MessageChannel()

cook.onmessage = ({ data }) => {
  console.log(`cook ${data.dish}`)
  queueMicrotask(() => console.log(`plate ${data.dish}`))
  if (data.last) {
    cook.close()
  }
}

const order = { dish: 'soup', last: false }
waiter.postMessage(order)
order.dish = 'pie'
order.last = true
waiter.postMessage(order)

Promise.resolve().then(() => console.log('ring the bell'))
console.log(`write ${order.dish}`)
