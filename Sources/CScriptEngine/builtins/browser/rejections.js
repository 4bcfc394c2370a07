// SPDX-License-Identifier: MIT
'use strict';

// Rejected promises that nobody handles (HTML 8.1.4.7 "Unhandled promise rejections").

const { setHasRejections, classOf } = binding;
const { queueTask } = require('internal/tasks');
const { mendMessage } = require('internal/error_stacks');
const { apply } = Reflect;
const { get, set, delete: remove } = WeakMap.prototype;

// The about-to-be-notified rejected promises list, and the entry of every promise that is on it or was notified.
let aboutToBeNotified = [];
const entries = new WeakMap();

/** The host's rejection tracker: a promise was rejected unhandled, or got its first handler after that. */
function rejectionChanged(promise, reason, isHandled) {
  if (!isHandled) {
    if (classOf(reason) === 'Error') mendMessage(reason);
    const entry = { promise, reason, isHandled: false, isOutstanding: false };
    apply(set, entries, [promise, entry]);
    aboutToBeNotified[aboutToBeNotified.length] = entry;
    setHasRejections(true);
    return;
  }
  const entry = apply(get, entries, [promise]);
  if (entry === undefined) return;
  entry.isHandled = true;
  apply(remove, entries, [promise]);
  if (entry.isOutstanding) queueTask('domManipulation', () => fireAt('rejectionhandled', entry), 'rejectionhandled');
}

function fireAt(type, { promise, reason }) {
  const { fire, kTrusted } = require('internal/event_target');
  const { PromiseRejectionEvent } = require('internal/page_events');
  const cancelable = type === 'unhandledrejection';
  return fire(globalThis, new PromiseRejectionEvent(type, { cancelable, [kTrusted]: true, promise, reason }));
}

function notify(list) {
  for (let index = 0; index < list.length; index++) {
    const entry = list[index];
    if (entry.isHandled) continue;
    if (fireAt('unhandledrejection', entry)) require('internal/uncaught').print('Uncaught (in promise)', entry.reason);
    if (!entry.isHandled) entry.isOutstanding = true;
  }
}

/** Step 4 of a microtask checkpoint, "notify about rejected promises": the events are a task of their own. */
function processRejections() {
  setHasRejections(false);
  const list = [];
  for (let index = 0; index < aboutToBeNotified.length; index++) {
    if (!aboutToBeNotified[index].isHandled) list[list.length] = aboutToBeNotified[index];
  }
  aboutToBeNotified = [];
  if (list.length > 0) queueTask('domManipulation', () => notify(list), 'unhandledrejection');
  return false;
}

module.exports = { rejectionChanged, processRejections };
