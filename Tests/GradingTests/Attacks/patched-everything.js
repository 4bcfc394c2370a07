// SPDX-License-Identifier: MIT
// attack: makes every method of every builtin class throw
// expects: fails

const { ownKeys, defineProperty, getOwnPropertyDescriptor } = Reflect
for (const name of Object.getOwnPropertyNames(globalThis)) {
  const { prototype } = globalThis[name] ?? {}
  if (Object(prototype) !== prototype) continue
  for (const key of ownKeys(prototype)) {
    const descriptor = getOwnPropertyDescriptor(prototype, key)
    if (!descriptor.configurable || key === 'constructor') continue
    defineProperty(prototype, key, { __proto__: null, configurable: true, get() { throw key } })
  }
}
exports.sleep = async () => 'rested'
