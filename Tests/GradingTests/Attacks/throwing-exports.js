// SPDX-License-Identifier: MIT
// attack: exports a getter that throws
// expects: fails

Object.defineProperty(exports, 'sleep', { get() { throw new Error('no') } })
