// SPDX-License-Identifier: MIT
/** How far two timers of different origin stay apart, in milliseconds, so that no delay of the machine swaps them. */
const GAP = 35;
/** The shortest delay that is told apart from "as soon as possible", even when the main script starts slowly. */
const SHORTEST = 40;
/** No timer of a program expires later than this. */
const LATEST = 620;

/** The times at which timers of one program expire; it keeps them so far apart that their order is certain. */
export class Timeline {
  #random;
  #taken = [{ start: 0, end: 0 }];

  constructor(random) {
    this.#random = random;
  }

  #isFree(time) {
    return this.#taken.every((span) => time - span.end >= GAP || span.start - time >= GAP);
  }

  /** Reserves `count` equidistant expiries after `from`; returns the distance, or null when there is no room. */
  reserve(from, count = 1) {
    for (let attempt = 0; attempt < 12; attempt++) {
      const delay = SHORTEST + 5 * this.#random.integer(0, count === 1 ? 50 : 12);
      const times = Array.from({ length: count }, (_, i) => from + delay * (i + 1));
      if (times.at(-1) > LATEST || !times.every((time) => this.#isFree(time))) continue;
      for (const time of times) this.#taken.push({ start: time, end: time });
      return delay;
    }
    return null;
  }

  /** Reserves the one expiry at `time`; returns whether it was free. */
  reserveAt(time) {
    if (time > LATEST || !this.#isFree(time)) return false;
    this.#taken.push({ start: time, end: time });
    return true;
  }

  /** Lets the task that runs at `time` block for `duration`, once; returns whether that disturbs no other timer. */
  block(time, duration) {
    const own = this.#taken.find((span) => span.start === time);
    if (!own || own.end !== own.start) return false;
    const others = this.#taken.filter((span) => span !== own);
    if (others.some((span) => span.start < time + duration + GAP && span.end > time - GAP)) return false;
    own.end = time + duration;
    return true;
  }
}
