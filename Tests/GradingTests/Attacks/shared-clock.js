// SPDX-License-Identifier: MIT
// attack: measures time with shared memory and no worker
// expects: fails

const shared = new Int32Array(new SharedArrayBuffer(4))
exports.sleep = (ms, value) => Atomics.waitAsync(shared, 0, 0, ms / 2).value.then(() => value)
