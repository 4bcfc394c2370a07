// SPDX-License-Identifier: MIT
// attack: installs a hook that V8 would call with the frames of a stack
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

Error.prepareStackTrace = (error, frames) => {
  walk(frames)
  console.log('frames', frames)
  return frames
}
const { retry } = module.exports
module.exports.retry = (fn, options) => {
  const holder = {}
  Error.captureStackTrace(holder)
  console.log(holder.stack, new Error('where').stack)
  return retry(fn, options)
}
