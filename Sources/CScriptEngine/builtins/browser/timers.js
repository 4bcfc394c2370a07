// SPDX-License-Identifier: MIT
'use strict';

// setTimeout and setInterval of a page (HTML 8.6 "Timers"). The timers themselves are the event loop's; here are their
// handlers, each under the timer's number. It stands in for internal/timers, whose timers are Node's.

const { setPageTimer, clearPageTimer, evaluateScript } = binding;
const { invoke, runAtBottom } = require('internal/callbacks');
const { requireArguments } = require('internal/web_idl');
const { apply } = Reflect;
const { get, set, delete: remove } = Map.prototype;

const handlers = new Map();

// Web IDL converts the timeout to a long: a number of 32 bits, in which 2^31 is negative and so counts as 0.
function start(handler, timeout, args, isRepeating) {
  const text = typeof handler === 'function' ? undefined : `${handler}`;
  const callback = text === undefined ? handler : () => evaluateScript(text, 'timer');
  const id = setPageTimer(timeout | 0, isRepeating);
  apply(set, handlers, [id, { callback, args, isRepeating }]);
  return id;
}

/** Calls back once, no earlier than `timeout` milliseconds from now. */
function setTimeout(handler, timeout = 0, ...args) {
  requireArguments(arguments.length, 1, 'setTimeout', 'Window');
  return start(handler, timeout, args, false);
}

/** Calls back again and again, `timeout` milliseconds after it last returned. */
function setInterval(handler, timeout = 0, ...args) {
  requireArguments(arguments.length, 1, 'setInterval', 'Window');
  return start(handler, timeout, args, true);
}

/** Stops a timer or an interval; anything that names none is ignored. */
function clearTimeout(id = 0) {
  const number = id | 0;
  if (number > 0 && apply(remove, handlers, [number])) clearPageTimer(number);
}

/** Stops a timer or an interval; they share their numbers. */
function clearInterval(id = 0) {
  clearTimeout(id);
}

function runHandler(id) {
  const timer = apply(get, handlers, [id]);
  if (timer.steps === undefined) invoke(timer.callback, globalThis, timer.args);
  else timer.steps();
  if (!timer.isRepeating && apply(get, handlers, [id]) === timer) apply(remove, handlers, [id]);
}

/** Runs the handler of the timer of that number: what the loop calls. */
function runTimer(id) {
  runAtBottom(runHandler, id);
}

/** Runs a part of the page's machinery after a delay ("run steps after a timeout"). */
function runAfter(milliseconds, steps) {
  const id = setPageTimer(milliseconds > 2147483647 ? 2147483647 : milliseconds, false);
  // The steps call what they call by themselves, and so find the stack as empty as a task does.
  apply(set, handlers, [id, { steps }]);
}

module.exports = { setTimeout, setInterval, clearTimeout, clearInterval, runTimer, runAfter };
