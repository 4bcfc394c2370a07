// SPDX-License-Identifier: MIT
// What the generator knows about a promise: its outcome ('ok', 'fail', 'unknown' or 'never'), the time at which it
// settles (null when not known) and whether it settles in a calm task, one that must queue no immediate and throw
// nothing uncaught, because it is open whether the next timer runs in the same pass through the phases.

/** The state of a promise that settles at once in the given context. */
export function settledIn(context, outcome = 'ok') {
  return { outcome, time: context.time, calm: context.calm };
}

/** The state of a promise that never settles. */
export const NEVER = Object.freeze({ outcome: 'never', time: null, calm: true });

/** The moment (`time`, `calm`) that is the later of two. */
export function later(left, right) {
  if (left.time === null || right.time === null) return { time: null, calm: true };
  if (left.time === right.time) return { time: left.time, calm: left.calm || right.calm };
  return left.time > right.time ? { time: left.time, calm: left.calm } : { time: right.time, calm: right.calm };
}

function earlier(left, right) {
  if (left.time === null || right.time === null) return { time: null, calm: true };
  if (left.time === right.time) return { time: left.time, calm: left.calm || right.calm };
  return left.time < right.time ? { time: left.time, calm: left.calm } : { time: right.time, calm: right.calm };
}

const latest = (states) => states.reduce(later);
const earliest = (states) => states.reduce(earlier);

/** `Promise.all`, or `Promise.any` with the two outcomes exchanged. */
function decidedBy(deciding, other, states) {
  const certain = states.filter((state) => state.outcome === deciding);
  const doubtful = states.filter((state) => state.outcome === 'unknown');
  if (doubtful.length > 0) {
    const outcome = certain.length > 0 ? deciding : 'unknown';
    const sameTime = states.every((state) => state.time !== null && state.time === states[0].time);
    return { outcome, ...(sameTime ? latest(states) : { time: null, calm: true }) };
  }
  if (certain.length > 0) return { outcome: deciding, ...earliest(certain) };
  if (states.some((state) => state.outcome === 'never')) return NEVER;
  return { outcome: other, ...latest(states) };
}

function first(states) {
  const settling = states.filter((state) => state.outcome !== 'never');
  if (settling.length === 0) return NEVER;
  const moment = earliest(settling);
  const outcomes = new Set(settling.filter((state) => state.time === moment.time).map((state) => state.outcome));
  return { outcome: moment.time !== null && outcomes.size === 1 ? [...outcomes][0] : 'unknown', ...moment };
}

function everySettled(states) {
  return states.some((state) => state.outcome === 'never') ? NEVER : { outcome: 'ok', ...latest(states) };
}

/** The state of `Promise[name](states)` in the given context. */
export function combine(name, states, context) {
  const shifted = states.map((state) => (state.outcome === 'never' ? state : { ...state, ...later(state, context) }));
  switch (name) {
    case 'all': return decidedBy('fail', 'ok', shifted);
    case 'any': return decidedBy('ok', 'fail', shifted);
    case 'race': return first(shifted);
    default: return everySettled(shifted);
  }
}
