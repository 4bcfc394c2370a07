// SPDX-License-Identifier: MIT
// attack: resolves with thenables without end
// expects: stopped microtask-starvation

const again = { then(resolve) { resolve(again) } }
exports.sleep = async () => again
