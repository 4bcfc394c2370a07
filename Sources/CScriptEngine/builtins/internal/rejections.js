// SPDX-License-Identifier: MIT
'use strict';

// Which rejected promises nobody has handled yet, and what happens to them once the queues are empty
// (Node: lib/internal/process/promises.js).

const { process } = require('internal/process');
const { reportUncaught, setHasRejections, classOf, recordRejection } = binding;
const { mendMessage } = require('internal/error_stacks');

const functionToString = Function.prototype.toString;
const known = new WeakMap();
let pending = [];
let handledLate = [];
let lastId = 0;

// The reason in words, without running any code of the program.
function textOfReason(reason) {
  if (typeof reason === 'function') return Reflect.apply(functionToString, reason, []);
  if (typeof reason !== 'object' || reason === null) return String(reason);
  const { getConstructorName } = require('internal/structured_clone');
  return `#<${getConstructorName(reason)}>`;
}

/** A rejection reason that is no error, as the uncaught error that Node makes of it. */
function errorForReason(reason) {
  const { codes } = require('internal/errors');
  const error = new codes.ERR_UNHANDLED_REJECTION(textOfReason(reason));
  Object.defineProperty(error, 'name', { value: 'UnhandledPromiseRejection', configurable: true, writable: true });
  return error;
}

function isErrorLike(value) {
  return typeof value === 'object' && value !== null && Object.prototype.hasOwnProperty.call(value, 'stack')
    || classOf(value) === 'Error';
}

/**
 * The engine's rejection tracker: a promise was rejected unhandled, or got its first handler after that.
 *
 * Where the stack ends in here, the host calls again later: the last step is what makes the change.
 */
function rejectionChanged(promise, reason, isHandled) {
  if (!isHandled) {
    setHasRejections(true);
    if (classOf(reason) === 'Error') mendMessage(reason);
    known.set(promise, { reason, id: ++lastId, isReported: false });
    pending.push(promise);
    return;
  }
  const entry = known.get(promise);
  if (entry === undefined) return;
  if (entry.isReported) {
    setHasRejections(true);
    const warning = new Error(`Promise rejection was handled asynchronously (rejection id: ${entry.id})`);
    warning.name = 'PromiseRejectionHandledWarning';
    warning.id = entry.id;
    known.delete(promise);
    handledLate.push({ promise, warning });
    return;
  }
  known.delete(promise);
}

function report(promise, entry) {
  const wasHandled = process.emit('unhandledRejection', entry.reason, promise);
  if (wasHandled) return;
  if (binding.isPrompt()) {
    reportUncaught(entry.reason, true);
    return;
  }
  // What the engine throws when its heap is full is a string, by which the host knows it.
  const isPlain = isErrorLike(entry.reason) || entry.reason === 'out of memory';
  const error = isPlain ? entry.reason : errorForReason(entry.reason);
  reportUncaught(error, true);
}

/**
 * Looks at the rejections of this checkpoint. Returns whether anything ran, so that the queues are drained again.
 */
function processRejections() {
  // A listener that throws leaves the rest for the next rejection to bring up.
  setHasRejections(false);
  let ranAny = handledLate.length > 0;
  while (handledLate.length > 0) {
    const { promise, warning } = handledLate.shift();
    recordRejection(promise, true);
    if (!process.emit('rejectionHandled', promise)) process.emitWarning(warning);
    recordRejection(undefined);
  }
  for (let count = pending.length; count > 0; count--) {
    const promise = pending.shift();
    const entry = known.get(promise);
    if (entry === undefined) continue;
    entry.isReported = true;
    ranAny = true;
    recordRejection(promise, false);
    try {
      report(promise, entry);
    } finally {
      recordRejection(undefined);
    }
  }
  return ranAny || pending.length > 0;
}

module.exports = { rejectionChanged, processRejections, errorForReason };
