// SPDX-License-Identifier: MIT
'use strict';
// While busy() keeps the thread, nothing else runs, however long it has been due.
const lab = require('lab');

const start = performance.now();
lab.delay(20).then(() => console.log('delay', performance.now() - start >= 60));
setTimeout(() => console.log('timer', performance.now() - start >= 60), 5);
lab.busy(60);
console.log('busy', performance.now() - start >= 60);
