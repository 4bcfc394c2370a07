// SPDX-License-Identifier: MIT
// attack: gives arrays whose iterators look at who uses them
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

const { describe } = module.exports
const iterate = Array.prototype[Symbol.iterator]
let isWalking = false
Array.prototype[Symbol.iterator] = function () {
  if (!isWalking) {
    isWalking = true
    walk(this)
    isWalking = false
  }
  return Reflect.apply(iterate, this, [])
}
module.exports.describe = (text) => {
  const result = describe(text)
  Object.defineProperty(result.words, Symbol.iterator, { value: Array.prototype[Symbol.iterator] })
  Object.defineProperty(result.lengths, 'forEach', { value(fn) { walk(fn) } })
  return result
}
