// SPDX-License-Identifier: MIT
// attack: calls itself through functions of a check
// expects: passes 9 of 10
// solution: before

module.exports.read = (load, callback) => {
  const again = () => callback(null, 'TEA', again(), load(again))
  again()
}
