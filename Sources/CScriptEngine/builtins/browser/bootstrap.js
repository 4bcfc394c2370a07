// SPDX-License-Identifier: MIT
'use strict';

// Builds the globals of the browser profile and hands the host the functions that it calls. It stands in for
// internal/bootstrap, as every file here does for the one of its name in builtins/internal.

const global = globalThis;
const { defineProperty } = Object;

function define(name, value, enumerable = false) {
  defineProperty(global, name, { value, writable: true, configurable: true, enumerable });
}

// A global that loads its module at first use and is a plain property from then on; null exports the whole module.
function defineLazy(name, id, exported = name, enumerable = false) {
  defineProperty(global, name, {
    configurable: true,
    enumerable,
    get() {
      const value = exported === null ? require(id) : require(id)[exported];
      define(name, value, enumerable);
      return value;
    },
    set(value) {
      define(name, value, enumerable);
    },
  });
}

require('internal/error_stacks').install();
require('internal/es2023').install(global);
require('internal/atomics_wait_async').install(global);
delete global.InternalError;

const { Window, install, looplab } = require('internal/window');
install(global);
define('Window', Window);
for (const name of ['window', 'self', 'frames', 'parent', 'top']) define(name, global, true);
define('looplab', looplab);

const timers = require('internal/timers');
for (const name of ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval']) define(name, timers[name], true);

const { requireArguments, requireFunction } = require('internal/web_idl');
const { enqueueMicrotask, reportUncaught } = binding;

/** Queues a callback behind the promise jobs that wait already (HTML 8.7 "Microtask queuing"). */
function queueMicrotask(callback) {
  requireArguments(arguments.length, 1, 'queueMicrotask', 'Window');
  requireFunction(callback, 'queueMicrotask');
  enqueueMicrotask(callback);
}
define('queueMicrotask', queueMicrotask, true);

/** Reports an error as if nothing had caught it (HTML 8.1.4.6, "reportError"). */
function reportError(error) {
  requireArguments(arguments.length, 1, 'reportError', 'Window');
  reportUncaught(error, false);
}
define('reportError', reportError, true);

for (const name of ['requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'cancelIdleCallback']) {
  define(name, require('internal/frames')[name], true);
}
define('IdleDeadline', require('internal/frames').IdleDeadline);

defineLazy('document', 'internal/document', 'document', true);
defineLazy('postMessage', 'internal/message_channel', 'postMessage', true);
defineLazy('structuredClone', 'internal/structured_clone', 'structuredClone', true);
defineLazy('atob', 'internal/encoding', 'atob', true);
defineLazy('btoa', 'internal/encoding', 'btoa', true);
defineLazy('performance', 'internal/page_performance', 'performance', true);
defineLazy('fetch', 'lab/fetch', 'fetch', true);
defineLazy('lab', 'lab/lab', null);
for (const [id, names] of [
  ['internal/url', ['URL', 'URLSearchParams']],
  ['internal/domexception', ['DOMException']],
  ['internal/abort_controller', ['AbortController', 'AbortSignal']],
  ['internal/event_target', ['Event', 'EventTarget', 'CustomEvent']],
  ['internal/page_events', ['ErrorEvent', 'MessageEvent', 'PromiseRejectionEvent']],
  ['internal/message_channel', ['MessageChannel', 'MessagePort']],
  ['internal/document', ['Document']],
  ['internal/element', ['Element']],
  ['internal/encoding', ['TextEncoder', 'TextDecoder']],
  ['internal/fetch_headers', ['Headers']],
  ['internal/fetch_request', ['Request']],
  ['internal/fetch_response', ['Response']],
  ['internal/page_performance', ['Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure',
    'PerformanceObserver', 'PerformanceObserverEntryList']],
  ['internal/observer_tasks', ['PerformanceLongTaskTiming', 'TaskAttributionTiming']],
]) {
  for (const name of names) defineLazy(name, id);
}

if (binding.randomSeed !== undefined) {
  const { makeRandom } = require('internal/seeded_random');
  defineProperty(Math, 'random', {
    value: makeRandom(binding.randomSeed), writable: true, configurable: true, enumerable: false,
  });
}

const { createConsole } = require('internal/console');
const { write, writeError, isColor, now } = binding;
define('console', createConsole({
  stdoutWrite: (text) => write(1, text),
  stderrWrite: (text) => write(2, text),
  isColor,
  now,
  warn: (message) => writeError(`${message}\n`),
}));

const nativeParse = JSON.parse;
defineProperty(JSON, 'parse', {
  value: function parse(text, reviver) {
    try {
      return nativeParse(text, reviver);
    } catch (error) {
      throw require('internal/json_messages').mendError(error, text);
    }
  },
  writable: true, configurable: true, enumerable: false,
});

const rejections = require('internal/rejections');
const uncaught = require('internal/uncaught');
const frames = require('internal/frames');

// What the host calls; see RuntimeHooks.swift.
module.exports = {
  runTimer: timers.runTimer,
  runTask: require('internal/tasks').runTask,
  runAnimationFrame: frames.runAnimationFrame,
  runIdle: frames.runIdle,
  reportLongTask: (start, end) => require('internal/observer_tasks').reportLongTask(start, end),
  rejectionChanged: rejections.rejectionChanged,
  processRejections: rejections.processRejections,
  handleUncaught: uncaught.handleUncaught,
  printFatal: uncaught.printFatal,
  emitBeforeExit() {},
  emitExit: uncaught.exitCode,
  modules: () => undefined,
  esm: () => require('internal/esm'),
  require,
  repl: () => require('internal/repl'),
  enter: () => binding.runPendingBody(),
};
