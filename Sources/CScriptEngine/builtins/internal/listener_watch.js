// SPDX-License-Identifier: MIT
'use strict';

// Tells the record of a run which listeners come and go. Loaded only while that is recorded.

const { noteListener } = binding;
const { apply } = Reflect;
const { get, set } = WeakMap.prototype;

const numbers = new WeakMap();
let last = 0;

function numberOf(emitter) {
  const known = apply(get, numbers, [emitter]);
  if (known !== undefined) return known;
  last += 1;
  apply(set, numbers, [emitter, last]);
  return last;
}

/** A listener was added to `emitter`, which has `count` for the event now and warns above `limit` (0 for never). */
function added(emitter, type, count, limit) {
  noteListener(numberOf(emitter), String(type), count, true, limit > 0 && count > limit);
}

/** A listener was taken from `emitter`, which has `count` for the event now. */
function removed(emitter, type, count) {
  noteListener(numberOf(emitter), String(type), count, false, false);
}

module.exports = { added, removed };
