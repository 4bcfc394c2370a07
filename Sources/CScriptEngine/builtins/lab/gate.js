// SPDX-License-Identifier: MIT
'use strict';

const { Fifo } = require('lab/fifo');

/** Lets a number of holders in at once; the others wait in the order in which they came. */
class Gate {
  #waiting = new Fifo();
  inUse = 0;
  maxInUse = 0;
  maxWaiting = 0;

  constructor(limit) {
    this.limit = limit;
  }

  get waiting() {
    return this.#waiting.size;
  }

  /** Calls `enter` now or when there is room; the function returned gives up waiting, and says whether it did. */
  enter(enter) {
    if (this.inUse < this.limit) {
      this.#admit(enter);
      return () => false;
    }
    const place = this.#waiting.append(enter);
    if (this.#waiting.size > this.maxWaiting) this.maxWaiting = this.#waiting.size;
    return () => this.#waiting.remove(place);
  }

  /** Gives a place back, which goes to who has waited longest. */
  leave() {
    this.inUse--;
    const next = this.#waiting.shift();
    if (next !== undefined) this.#admit(next);
  }

  #admit(enter) {
    this.inUse++;
    if (this.inUse > this.maxInUse) this.maxInUse = this.inUse;
    enter();
  }
}

module.exports = { Gate };
