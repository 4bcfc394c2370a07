// SPDX-License-Identifier: MIT
// attack: starts a worker that it may not have
// expects: fails

const { Worker } = require('worker_threads')
new Worker('for (;;);', { eval: true })
