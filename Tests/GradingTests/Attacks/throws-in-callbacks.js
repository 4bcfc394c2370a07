// SPDX-License-Identifier: MIT
// attack: throws in a callback that a check calls
// expects: passes 9 of 10
// solution: before

const { read } = module.exports
module.exports.read = (load, callback) => read((inner) => load((...args) => {
  inner(...args)
  throw new Error('unseen')
}), callback)
