// SPDX-License-Identifier: MIT
// How ports print: open, listened to, closed.
const { inspect } = require('node:util');

const { port1 } = new MessageChannel();
console.log(port1);
port1.on('message', () => {});
port1.onmessage = () => {};
port1.own = 'property';
console.log([inspect(port1, { depth: 0 }), inspect(port1, { depth: -1 })].join('\n'));
console.log({ nested: { deeper: { port1 } } });
port1.close(() => console.log(inspect(port1, { depth: 0 })));
