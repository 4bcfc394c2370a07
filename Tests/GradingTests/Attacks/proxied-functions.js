// SPDX-License-Identifier: MIT
// attack: exports proxies of its functions
// expects: passes 10 of 10
// solution: before

for (const [name, fn] of Object.entries(module.exports)) {
  module.exports[name] = new Proxy(fn, {
    apply: (target, receiver, args) => Reflect.apply(target, receiver, args),
    get: (target, key) => target[key],
  })
}
