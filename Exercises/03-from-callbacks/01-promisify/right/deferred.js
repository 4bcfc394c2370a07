// SPDX-License-Identifier: MIT
// A small object holds the promise together with the two functions that settle it.
class Deferred {
  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
  }

  answer(takesAll, error, results) {
    if (error == null) this.resolve(takesAll ? results : results[0])
    else this.reject(error)
  }
}

exports.promisify = (fn, options) =>
  function () {
    const deferred = new Deferred()
    const takesAll = options !== undefined && options.all === true
    const callback = (error, ...results) => deferred.answer(takesAll, error, results)
    try {
      Reflect.apply(fn, this, Array.from(arguments).concat(callback))
    } catch (error) {
      deferred.reject(error)
    }
    return deferred.promise
  }
