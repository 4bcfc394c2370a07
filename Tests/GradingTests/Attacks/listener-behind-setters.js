// SPDX-License-Identifier: MIT
// attack: leaves a listener where setters swallow the fields of lists
// expects: fails

for (const key of ['next', 'last', 'size', 'listener', 'previous', 'removed', 'handler', 'callback']) {
  Object.defineProperty(Object.prototype, key, { __proto__: null, get: () => undefined, set() {} })
}
exports.sleep = async () => 'rested'
exports.retry = async (fn, { signal }) => signal.addEventListener('abort', () => {})
