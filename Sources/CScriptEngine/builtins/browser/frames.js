// SPDX-License-Identifier: MIT
'use strict';

// Animation frames (HTML 8.11) and idle callbacks ("requestIdleCallback()"). The lists are the event loop's.

const { frameTime, idleTimeRemaining, didIdleCallbackTimeOut } = binding;
const { invoke, runAtBottom } = require('internal/callbacks');
const { finishInterface, requireArguments, requireFunction } = require('internal/web_idl');

/** Calls back in the next frame, with the time of the frame. */
function requestAnimationFrame(callback) {
  requireArguments(arguments.length, 1, 'requestAnimationFrame', 'Window');
  requireFunction(callback, 'requestAnimationFrame');
  return binding.requestAnimationFrame(callback);
}

/** Takes a callback out of the frame that it waits for. */
function cancelAnimationFrame(handle) {
  requireArguments(arguments.length, 1, 'cancelAnimationFrame', 'Window');
  binding.cancelAnimationFrame(handle >>> 0);
}

/** Runs an animation frame callback: what the loop calls. */
function runAnimationFrame(callback) {
  runAtBottom(() => invoke(callback, globalThis, [frameTime()]));
}

const allowed = Symbol('allowed');

/** How long an idle callback may take. */
class IdleDeadline {
  #didTimeout;

  constructor(key = undefined, didTimeout = undefined) {
    if (key !== allowed) throw new TypeError('Illegal constructor');
    this.#didTimeout = didTimeout;
  }

  get didTimeout() { return this.#didTimeout; }

  timeRemaining() {
    return this.#didTimeout ? 0 : idleTimeRemaining();
  }
}
finishInterface(IdleDeadline, ['didTimeout', 'timeRemaining']);

/** Calls back when nothing else is to be done, or when `options.timeout` milliseconds are over. */
function requestIdleCallback(callback, options = undefined) {
  requireArguments(arguments.length, 1, 'requestIdleCallback', 'Window');
  requireFunction(callback, 'requestIdleCallback');
  return binding.requestIdleCallback(callback, options?.timeout >>> 0);
}

/** Takes an idle callback out. */
function cancelIdleCallback(handle) {
  requireArguments(arguments.length, 1, 'cancelIdleCallback', 'Window');
  binding.cancelIdleCallback(handle >>> 0);
}

/** Runs an idle callback: what the loop calls. */
function runIdle(callback) {
  const deadline = new IdleDeadline(allowed, didIdleCallbackTimeOut());
  runAtBottom(() => invoke(callback, globalThis, [deadline]));
}

module.exports = {
  IdleDeadline, requestAnimationFrame, cancelAnimationFrame, requestIdleCallback, cancelIdleCallback,
  runAnimationFrame, runIdle,
};
