// SPDX-License-Identifier: MIT
const port = Promise.resolve()
const starboard = Promise.resolve()

port
  .then(() => console.log('port dips'))
  .then(() => console.log('port pulls'))
  .then(() => console.log('port rests'))

starboard
  .then(() => console.log('starboard dips'))
  .then(() => console.log('starboard pulls'))

port.then(() => console.log('cox shouts'))
