// SPDX-License-Identifier: MIT
// attack: catches property descriptors and elements on their way
// expects: passes 9 of 10
// solution: before

const own = Function
for (const key of ['get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'resolve', 'reject', 'promise']) {
  Object.defineProperty(Object.prototype, key, {
    __proto__: null,
    configurable: true,
    get() {
      if (Object(this).constructor?.constructor !== own) console.log('REACHED', key)
    },
    set(value) {
      if (Object(this).constructor?.constructor !== own) console.log('REACHED', key)
      const rest = { writable: true, configurable: true, enumerable: true }
      Reflect.defineProperty(this, key, { __proto__: null, ...rest, value })
    },
  })
}
