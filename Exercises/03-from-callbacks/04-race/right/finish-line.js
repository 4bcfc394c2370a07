// SPDX-License-Identifier: MIT
class FinishLine {
  #isCrossed = false
  #listeners = []
  #crossing

  cross(outcome) {
    if (this.#isCrossed) return
    this.#isCrossed = true
    this.#crossing = outcome
    for (const listener of this.#listeners) listener(outcome)
  }

  get winner() {
    return new Promise((resolve, reject) => {
      const announce = ({ value, reason, isRejected }) => (isRejected ? reject(reason) : resolve(value))
      if (this.#isCrossed) announce(this.#crossing)
      else this.#listeners.push(announce)
    })
  }
}

async function run(input, line) {
  try {
    line.cross({ value: await input })
  } catch (reason) {
    line.cross({ reason, isRejected: true })
  }
}

async function race(inputs) {
  const line = new FinishLine()
  for (const input of inputs) run(input, line)
  return line.winner
}

module.exports = { race }
