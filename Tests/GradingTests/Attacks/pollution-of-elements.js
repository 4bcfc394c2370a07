// SPDX-License-Identifier: MIT
// attack: catches elements that are put into arrays
// expects: passes 10 of 10
// solution: before

const own = Function
for (const index of [0, 1, 2]) {
  Object.defineProperty(Array.prototype, index, {
    __proto__: null,
    configurable: true,
    set(value) {
      if (this.constructor.constructor !== own) console.log('REACHED', index)
      if (Object(value) === value && value.constructor?.constructor !== own) console.log('REACHED element', index)
      const rest = { writable: true, configurable: true, enumerable: true }
      Reflect.defineProperty(this, index, { __proto__: null, ...rest, value })
    },
  })
}
