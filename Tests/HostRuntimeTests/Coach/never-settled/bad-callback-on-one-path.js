// SPDX-License-Identifier: MIT
// expect: 13:never-settled
'use strict';
const { EventEmitter } = require('node:events');

class Job extends EventEmitter {
  start() {
    setTimeout(() => this.emit('failed', new Error('disk full')), 15);
  }
}

function finished(job) {
  return new Promise((resolve) => {
    job.on('done', resolve);
    job.on('failed', (error) => console.log('failed:', error.message));
  });
}

const job = new Job();
job.start();
finished(job).then(() => console.log('job is over'));
