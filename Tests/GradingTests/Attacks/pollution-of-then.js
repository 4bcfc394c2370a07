// SPDX-License-Identifier: MIT
// attack: makes every object a thenable
// expects: fails

Object.prototype.then = function (resolve) { resolve('rested') }
exports.sleep = () => new Promise(() => {})
