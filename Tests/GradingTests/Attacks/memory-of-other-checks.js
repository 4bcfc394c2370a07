// SPDX-License-Identifier: MIT
// attack: leaves marks in hidden places, to tell one check from the next
// expects: passes 10 of 10
// solution: behind

const places = {
  events: require('events').prototype,
  module: require('module').prototype,
  lab: require('lab'),
  target: EventTarget.prototype,
  signal: AbortSignal,
  iterator: Object.getPrototypeOf([][Symbol.iterator]()),
  generator: (function* () {}).constructor.prototype,
  bytes: Object.getPrototypeOf(Uint8Array),
  expression: RegExp.prototype,
  number: Number.prototype,
  options: require('util').inspect.defaultOptions ?? {},
  stdout: process.stdout,
  versions: process.versions,
}
const mark = Symbol.for('seen')
for (const [name, place] of Object.entries(places)) {
  if (Object.hasOwn(place, mark)) console.log('REACHED an earlier check by', name)
  Reflect.defineProperty(place, mark, { value: true, configurable: true })
}
if (require('lab').calls('GET /mark').length > 0) console.log('REACHED an earlier check by calls')
require('lab').route('GET /mark', { body: 'seen' })
fetch('http://x.test/mark').then(() => {}, () => {})
