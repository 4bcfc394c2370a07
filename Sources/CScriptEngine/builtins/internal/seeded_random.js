// SPDX-License-Identifier: MIT
'use strict';

// Math.random under the virtual clock: the same numbers for the same seed, so that a run can be repeated byte for byte
// (the generator is Marsaglia's xorshift with 128 bits of state).

/** A replacement for Math.random that is decided by a seed. */
function makeRandom(seed) {
  const state = new Uint32Array(4);
  // Spreads the seed over the state, none of whose words may all be zero.
  let word = (seed >>> 0) ^ 0x9e3779b9;
  for (let index = 0; index < 4; index++) {
    word = Math.imul(word ^ (word >>> 16), 0x45d9f3b) + index + 1;
    state[index] = word ^ (word >>> 15) | 1;
  }
  function next() {
    let last = state[3];
    state[3] = state[2];
    state[2] = state[1];
    state[1] = state[0];
    last ^= last << 11;
    last ^= last >>> 8;
    state[0] = last ^ state[0] ^ (state[0] >>> 19);
    return state[0];
  }
  for (let warmUp = 0; warmUp < 16; warmUp++) next();
  const { random } = {
    random() {
      return ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
    },
  };
  return random;
}

module.exports = { makeRandom };
