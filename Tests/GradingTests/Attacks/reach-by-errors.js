// SPDX-License-Identifier: MIT
// attack: looks for another realm behind errors of functions that it was given
// expects: passes 9 of 10
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

const { retry } = module.exports
module.exports.retry = (fn, options) => retry(async () => {
  try {
    return await fn(Symbol('x'), () => {})
  } catch (error) {
    walk(error)
    console.log(error.stack, Reflect.ownKeys(error))
    throw error
  }
}, options)
