// SPDX-License-Identifier: MIT
// expect: 9:never-settled
import { EventEmitter, once } from 'node:events';

const bus = new EventEmitter();
setTimeout(() => bus.emit('started'), 5);

console.log('waiting');
await once(bus, 'ready');
console.log('ready');
