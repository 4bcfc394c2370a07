// SPDX-License-Identifier: MIT
'use strict';

/** A position in a record and the state there, for going forth and back: TraceCursor.swift in JavaScript. */
class Cursor {
  // States along the way, so that going back need not begin at the start.
  #marks = [{ count: 0, state: emptyState() }];
  #spacing;

  constructor(trace, spacing = 500) {
    this.trace = trace;
    this.state = emptyState();
    this.#spacing = spacing;
  }

  /** How many events have been applied. */
  get position() { return this.state.eventIndex + 1; }

  get event() { return this.trace.events[this.state.eventIndex]; }

  /** Goes to where so many events have been applied; beyond the ends it stops there. */
  moveTo(target) {
    target = Math.min(Math.max(target, 0), this.trace.events.length);
    const mark = this.#marks.findLast(({ count }) => count <= target);
    // A mark ahead of the position saves as much as one behind it.
    if (target < this.position || mark.count > this.position) this.state = copyState(mark.state);
    while (this.position < target) {
      applyEvent(this.state, this.trace.events[this.position]);
      const isDue = this.position % this.#spacing === 0 && this.position > this.#marks.at(-1).count;
      if (isDue) this.#marks.push({ count: this.position, state: copyState(this.state) });
    }
  }

  /** How many events have been applied when the nearest event ahead (or behind, for −1) is the last one applied. */
  find(direction, isWanted) {
    let index = this.state.eventIndex + direction;
    while (index >= 0 && index < this.trace.events.length && !isWanted(this.trace.events[index])) index += direction;
    return index < 0 ? 0 : Math.min(index + 1, this.trace.events.length);
  }
}

/** Whether an event is the start of a script or task, after which a checkpoint follows. */
function beginsTask(event) {
  return event.kind === 'started' && event.callbackKind !== 'tick' && event.callbackKind !== 'microtask';
}
