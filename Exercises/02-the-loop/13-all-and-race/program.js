// SPDX-License-Identifier: MIT
function boat(name, ms) {
  return new Promise((resolve) => {
    setTimeout(() => {
      console.log(name)
      resolve(name)
    }, ms)
  })
}

const boats = [boat('tug', 90), boat('ferry', 30), boat('barge', 60)]
const leak = new Promise((_, reject) => setTimeout(reject, 45, 'leak!'))

Promise.all(boats).then((names) => console.log(`all: ${names.join(', ')}`))
Promise.race(boats).then((name) => console.log(`first: ${name}`))
Promise.all([...boats, leak]).catch((reason) => console.log(reason))
Promise.any([leak, boats[2]]).then((name) => console.log(`any: ${name}`))
