// SPDX-License-Identifier: MIT
// attack: prints everything that could tell who is calling
// expects: passes 10 of 10
// solution: before

Error.stackTraceLimit = Infinity
const seen = (value) => {
  if (typeof value !== 'function') return typeof value
  return [value.name, value.length, Function.prototype.toString.call(value), Reflect.ownKeys(value)].join()
}
console.log(process.argv, process.execArgv, process.title, process.versions, process.memoryUsage(), process.cpuUsage())
console.log(process.env, process.cwd(), Object.keys(require.cache), require('module').builtinModules)
for (const [name, fn] of Object.entries(module.exports)) {
  module.exports[name] = function (...args) {
    console.log(name, args.map(seen), new Error('seen').stack)
    return fn.apply(this, args)
  }
}
