// SPDX-License-Identifier: MIT
// attack: catches what the functions of a check throw
// expects: passes 9 of 10
// solution: before

module.exports.read = (load, callback) => {
  load(() => {
    try {
      callback('wrong', 'wrong')
    } catch (error) {
      console.log(String(error), Reflect.ownKeys(error))
    }
  })
}
