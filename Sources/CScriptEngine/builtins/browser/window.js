// SPDX-License-Identifier: MIT
'use strict';

// The global object as a Window: an event target with the attributes and methods of one.

const { EventTarget, adopt, defineEventHandler, fire } = require('internal/event_target');

/** The interface of the global object. */
class Window extends EventTarget {
  constructor() {
    throw new TypeError('Illegal constructor');
  }
}
Object.defineProperty(Window.prototype, Symbol.toStringTag, { value: 'Window', configurable: true });

/** Makes the global object a Window. */
function install(global) {
  Object.setPrototypeOf(global, Window.prototype);
  adopt(global);
  for (const name of ['error', 'unhandledrejection', 'rejectionhandled', 'message', 'messageerror', 'load', 'click']) {
    defineEventHandler(global, name);
  }
}

/** LoopLab's own: what no page has, and what a lesson about pages needs. */
const looplab = {
  /** Frames rendered and missed, forced layouts, the longest task. */
  frameReport: () => binding.frameReport(),
  /** Keeps the thread busy for that many milliseconds; a virtual clock passes over them. */
  busy: (milliseconds) => binding.busy(Number(milliseconds)),
  /** Fires an event at a target as if a person had caused it: in a task of the user interaction source. */
  interact(target, type, init = { bubbles: true, cancelable: true }) {
    const { Event, kTrusted } = require('internal/event_target');
    const { queueTask } = require('internal/tasks');
    queueTask('userInteraction', () => fire(target, new Event(type, { ...init, [kTrusted]: true })), 'interact');
  },
};

module.exports = { Window, install, looplab };
