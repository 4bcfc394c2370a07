// SPDX-License-Identifier: MIT
'use strict';

// Signals: whatever in the lab takes one rejects with the signal's own reason, as fetch does.

const hubs = new WeakMap();
const MapPrototypeGet = Function.prototype.call.bind(WeakMap.prototype.get);
const MapPrototypeSet = Function.prototype.call.bind(WeakMap.prototype.set);

/**
 * Calls back when a signal is aborted; the function returned takes that back.
 *
 * However many operations hang on a signal, it has one listener of the lab's: one signal for a hundred requests is no
 * leak, and must not look like one.
 */
function onAbort(signal, callback) {
  let hub = MapPrototypeGet(hubs, signal);
  if (hub === undefined) {
    hub = { callbacks: new Set(), listener: undefined };
    hub.listener = () => {
      const { callbacks } = hub;
      hub.callbacks = new Set();
      for (const each of callbacks) each();
    };
    MapPrototypeSet(hubs, signal, hub);
  }
  if (hub.callbacks.size === 0) signal.addEventListener('abort', hub.listener, { once: true });
  hub.callbacks.add(callback);
  return () => {
    if (hub.callbacks.delete(callback) && hub.callbacks.size === 0) signal.removeEventListener('abort', hub.listener);
  };
}

/** A promise for work that a signal may end: `start(resolve, reject)` begins it and returns what takes it back. */
function abortable(signal, start) {
  if (signal === undefined) return new Promise((resolve, reject) => void start(resolve, reject));
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    let undo;
    const forget = onAbort(signal, () => {
      undo?.();
      reject(signal.reason);
    });
    undo = start(
      (value) => {
        forget();
        resolve(value);
      },
      (error) => {
        forget();
        reject(error);
      },
    );
  });
}

module.exports = { abortable, onAbort };
