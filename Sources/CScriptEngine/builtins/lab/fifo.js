// SPDX-License-Identifier: MIT
'use strict';

/** A queue, first in, first out, from whose middle things can be taken too; every operation takes the same time. */
class Fifo {
  #first = undefined;
  #last = undefined;
  size = 0;

  /** Adds a value at the end and returns its place, for `remove`. */
  append(value) {
    return this.#link({ value, previous: this.#last, next: undefined, isIn: true });
  }

  /** Adds a value at the front. */
  prepend(value) {
    return this.#link({ value, previous: undefined, next: this.#first, isIn: true });
  }

  #link(place) {
    if (place.previous === undefined) this.#first = place;
    else place.previous.next = place;
    if (place.next === undefined) this.#last = place;
    else place.next.previous = place;
    this.size++;
    return place;
  }

  /** Takes a value out by its place; false when it is out already. */
  remove(place) {
    if (!place.isIn) return false;
    place.isIn = false;
    this.size--;
    if (place.previous === undefined) this.#first = place.next;
    else place.previous.next = place.next;
    if (place.next === undefined) this.#last = place.previous;
    else place.next.previous = place.previous;
    return true;
  }

  /** The first value; undefined when there is none. */
  get first() {
    return this.#first?.value;
  }

  /** Takes the first value out; undefined when there is none. */
  shift() {
    const place = this.#first;
    if (place === undefined) return undefined;
    this.remove(place);
    return place.value;
  }
}

module.exports = { Fifo };
