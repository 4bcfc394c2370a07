// SPDX-License-Identifier: MIT
// attack: runs the functions that it was given inside of generators
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

const { pool } = module.exports
module.exports.pool = async (limit, tasks) => {
  function* generate() {
    try {
      for (const each of tasks) walk(yield each)
    } finally {
      walk(this)
    }
  }
  const generated = generate()
  walk(generated.next())
  walk(generated.return(tasks[0]))
  return pool(limit, tasks)
}
