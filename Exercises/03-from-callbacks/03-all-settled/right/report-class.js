// SPDX-License-Identifier: MIT
class Reports {
  list = []
  missing = 1

  constructor(done) {
    this.done = done
  }

  watch(input, index) {
    this.missing += 1
    const settle = (status, key) => (what) => {
      this.list[index] = { status, [key]: what }
      this.close()
    }
    new Promise((resolve) => resolve(input)).then(settle('fulfilled', 'value'), settle('rejected', 'reason'))
  }

  // Whoever adds inputs counts as one to wait for.
  close() {
    this.missing -= 1
    if (this.missing === 0) this.done(this.list)
  }
}

exports.allSettled = (inputs) =>
  new Promise((resolve) => {
    const reports = new Reports(resolve)
    let index = 0
    for (const input of inputs) reports.watch(input, index++)
    reports.close()
  })
