// SPDX-License-Identifier: MIT
setTimeout(() => console.log('30 ms'), 30);
setTimeout(() => console.log('20 ms'), 20);
setTimeout(() => console.log('10 ms'), 10);
console.log('set');
