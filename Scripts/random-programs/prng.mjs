// SPDX-License-Identifier: MIT
/** A seeded generator of random numbers (integers only, so that every machine draws the same). */
export class Random {
  #state;

  /** Seeds the generator from any text. */
  constructor(seed) {
    let hash = 2166136261;
    for (const character of String(seed)) hash = Math.imul(hash ^ character.codePointAt(0), 16777619);
    this.#state = hash >>> 0;
    for (let i = 0; i < 8; i++) this.next();
  }

  /** The next 32-bit number: a Weyl sequence whose steps are scrambled by two multiplications. */
  next() {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let bits = this.#state;
    bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return (bits ^ (bits >>> 15)) >>> 0;
  }

  /** An integer from `low` to `high`, both included. */
  integer(low, high) {
    return low + (this.next() % (high - low + 1));
  }

  /** True in `percent` of 100 draws. */
  chance(percent) {
    return this.next() % 1000 < percent * 10;
  }

  /** One of the items. */
  pick(items) {
    return items[this.next() % items.length];
  }

  /** One of the keys of `[key, weight]` pairs, as often as its weight says. */
  weighted(pairs) {
    const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() % total;
    for (const [key, weight] of pairs) {
      if (left < weight) return key;
      left -= weight;
    }
    throw new Error('no positive weight');
  }
}
