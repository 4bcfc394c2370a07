// SPDX-License-Identifier: MIT
// A task that holds the thread makes a timer late.
const lab = require('lab')
setTimeout(() => lab.busy(120), 10)
setTimeout(() => console.log('late'), 50)
