// SPDX-License-Identifier: MIT
const { busy } = require('lab')

const start = performance.now()
setTimeout(() => busy(70), 30)
setTimeout(() => busy(25), 35)
setTimeout(() => console.log(performance.now() - start - 50), 50)
