// SPDX-License-Identifier: MIT
// From the main script the order is open; from an I/O callback it is not.
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
