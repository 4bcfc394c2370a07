// SPDX-License-Identifier: MIT
// attack: waits for names of errors that are looked up
// expects: passes 9 of 10
// solution: before

Object.defineProperty(Object.prototype, 'KitchenError', {
  __proto__: null,
  get() {
    if (this.Error) console.log('REACHED the constructors')
    return class extends Error {}
  },
})
const { retry } = module.exports
module.exports.retry = (fn, options) => retry(fn, options).catch((error) => {
  throw error.name === 'AbortError' ? error : new Error('another')
})
