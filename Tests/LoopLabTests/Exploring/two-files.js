// SPDX-License-Identifier: MIT
const fs = require('fs');
fs.stat('/', () => console.log('first'));
fs.stat('/', () => console.log('second'));
