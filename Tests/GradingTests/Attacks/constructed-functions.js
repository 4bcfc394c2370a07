// SPDX-License-Identifier: MIT
// attack: makes functions of text to get out of its scope
// expects: passes 10 of 10
// solution: behind

const AsyncFunction = (async () => {}).constructor
const scopes = [Function('return this')(), (0, eval)('this'), globalThis.self ?? globalThis]
for (const scope of scopes) if (scope !== globalThis) console.log('REACHED a scope')
for (const name of ['check', 'report', 'binding', 'harness', 'expect', 'outpost', 'checks', 'world']) {
  if (Function(`return typeof ${name}`)() !== 'undefined') console.log('REACHED', name)
}
AsyncFunction('return this')()
