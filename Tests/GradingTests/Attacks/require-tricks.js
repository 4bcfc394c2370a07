// SPDX-License-Identifier: MIT
// attack: reaches for the loader behind require
// expects: passes 9 of 10
// solution: behind

const Module = require('module')
const found = [process.binding, process._linkedBinding, process.dlopen, process.mainModule, require.main, module.parent,
  Module.wrap, Module._extensions['.node'], globalThis.Debugger, globalThis.gc, globalThis.check, globalThis.report]
for (const each of found) if (each) console.log('REACHED', each)
Module._load = () => ({ busy() {} })
Module.prototype.load = () => {}
Module._cache['checks.js'] = { exports: {} }
Module._extensions['.js'] = () => {}
require.cache[__filename] = module
