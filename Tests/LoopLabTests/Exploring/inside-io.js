// SPDX-License-Identifier: MIT
const fs = require('fs');
fs.stat('/', () => {
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
});
