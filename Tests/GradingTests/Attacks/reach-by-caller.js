// SPDX-License-Identifier: MIT
// attack: asks functions who has called them
// expects: passes 10 of 10
// solution: before

const own = Function
const look = (caller) => {
  if (typeof caller === 'function' && !(caller instanceof own)) console.log('REACHED a caller')
  if (caller) console.log(String(caller))
}
for (const [name, fn] of Object.entries(module.exports)) {
  module.exports[name] = Function('fn', 'look', `return function asked(...args) {
    look(asked.caller)
    try { look(arguments.callee.caller) } catch {}
    return fn.apply(this, args)
  }`)(fn, look)
}
