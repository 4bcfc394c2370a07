// SPDX-License-Identifier: MIT
// attack: shows another time than it is
// expects: fails

Date.now = () => 1e15
performance.now = () => 1e15
process.hrtime = () => [1e9, 0]
globalThis.Date = class { getTime() { return 1e15 } }
exports.sleep = async (ms, value) => value
