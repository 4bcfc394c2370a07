// SPDX-License-Identifier: MIT
// attack: calls back at once what should wait
// expects: fails
// solution: behind

globalThis.setTimeout = (fn, ms, ...args) => queueMicrotask(() => fn(...args))
globalThis.setImmediate = globalThis.setTimeout
