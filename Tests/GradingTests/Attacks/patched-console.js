// SPDX-License-Identifier: MIT
// attack: replaces the console, so that nothing is printed
// expects: passes 9 of 10
// solution: behind

console.log = () => {}
globalThis.console = { log() {} }
