// Modules import builtins by name; the default export is the whole of it.
import timers, { setTimeout as later } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';
console.log(timers.setTimeout === later, later === globalThis.setTimeout);
later(() => console.log('callback'), 20);
console.log(await sleep(50, 'awaited'));
