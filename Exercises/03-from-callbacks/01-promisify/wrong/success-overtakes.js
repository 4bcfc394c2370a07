// SPDX-License-Identifier: MIT
// fails: lets the first answer count
// An error settles the promise a job later, and a careless function is quicker than that.
function promisify(fn) {
  return function (...args) {
    return new Promise((resolve, reject) => {
      fn.call(this, ...args, async (error, result) => {
        if (error == null) resolve(result)
        else await Promise.reject(error).catch(reject)
      })
    })
  }
}

module.exports = { promisify }
