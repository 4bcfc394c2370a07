// SPDX-License-Identifier: MIT
// attack: gives proxies whose length and keys change
// expects: passes 9 of 10
// solution: before

module.exports.describe = (text) => {
  if (typeof text !== 'string') throw new TypeError('no')
  let asked = 0
  return new Proxy([], {
    get: (_, key) => (key === 'length' ? (asked += 1) : 3),
    ownKeys: () => ['length', `${asked}`],
    getOwnPropertyDescriptor: () => ({ value: 3, enumerable: true, configurable: true, writable: true }),
    getPrototypeOf: () => Object.prototype,
  })
}
