// SPDX-License-Identifier: MIT
// attack: exports something else each time
// expects: fails

let asked = 0
Object.defineProperty(module, 'exports', { get: () => ((asked += 1) % 2 ? {} : { sleep: async () => 'rested' }) })
