// SPDX-License-Identifier: MIT
// Node has one, which knows nothing of several results: they are packed into one for it.
const util = require('node:util')

function packed(fn) {
  return function (...args) {
    const callback = args.pop()
    fn.call(this, ...args, (error, ...results) => callback(error, results))
  }
}

const promisify = (fn, { all } = {}) => util.promisify(all ? packed(fn) : fn)

module.exports = { promisify }
