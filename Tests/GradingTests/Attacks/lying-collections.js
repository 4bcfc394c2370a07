// SPDX-License-Identifier: MIT
// attack: gives a map that cannot be copied
// expects: passes 9 of 10
// solution: before

const { describe } = module.exports
module.exports.describe = (text) => ({ ...describe(text), lengths: new Map([['to', () => {}]]) })
