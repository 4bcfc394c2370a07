// SPDX-License-Identifier: MIT
// attack: waits for what nobody will say
// expects: stopped deadlock

exports.sleep = (ms, value) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  return Promise.resolve(value)
}
