// SPDX-License-Identifier: MIT
// attack: hands out proxies and looks at what their traps are given
// expects: passes 10 of 10
// solution: before

const own = Function
const walked = new Set()

// Prints a word when a value is not of this realm.
function walk(value, depth = 0) {
  if (Object(value) !== value || walked.has(value) || depth > 6) return
  walked.add(value)
  const made = typeof value === 'function' ? value.constructor : value.constructor?.constructor
  if (made !== undefined && !(made instanceof own)) console.log('REACHED', typeof made)
  const top = (object) => (Object.getPrototypeOf(object) === null ? object : top(Object.getPrototypeOf(object)))
  if (top(value) !== Object.prototype && top(value) !== value) console.log('REACHED a prototype')
  for (const key of Reflect.ownKeys(value)) walk(Object.getOwnPropertyDescriptor(value, key).value, depth + 1)
  walk(Object.getPrototypeOf(value), depth + 1)
}

const handler = new Proxy({}, {
  get: (_, trap) => (...args) => {
    args.forEach(walk)
    return Reflect[trap](...args)
  },
})
const spied = (value) => new Proxy(value, handler)
const { describe } = module.exports
module.exports.describe = (text) => spied({ ...describe(text) })
for (const [name, fn] of Object.entries(module.exports)) module.exports[name] = spied(fn)
module.exports = spied(module.exports)
