// SPDX-License-Identifier: MIT
'use strict';

// What the global scopes of a page and of its workers have in common (HTML 8.2 "WindowOrWorkerGlobalScope"), and the
// functions that the host calls in both.

const global = globalThis;
const { defineProperty } = Object;

/** Makes a property of the global object. */
function define(name, value, enumerable = false) {
  defineProperty(global, name, { __proto__: null, value, writable: true, configurable: true, enumerable });
}

/** Makes a global that loads its module at first use and is a plain property from then on; null exports the module. */
function defineLazy(name, id, exported = name, enumerable = false) {
  defineProperty(global, name, {
    __proto__: null,
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

const { requireArguments, requireFunction } = require('internal/web_idl');
const timers = require('internal/timers');
const { enqueueMicrotask, reportUncaught, write, writeError, isColor, now } = binding;

/** Queues a callback behind the promise jobs that wait already (HTML 8.7 "Microtask queuing"). */
function queueMicrotask(callback) {
  requireArguments(arguments.length, 1, 'queueMicrotask', 'Window');
  requireFunction(callback, 'queueMicrotask');
  enqueueMicrotask(callback);
}

/** Reports an error as if nothing had caught it (HTML 8.1.4.6, "reportError"). */
function reportError(error) {
  requireArguments(arguments.length, 1, 'reportError', 'Window');
  reportUncaught(error, false);
}

const lazyFunctions = [
  ['structuredClone', 'internal/structured_clone'], ['atob', 'internal/encoding'], ['btoa', 'internal/encoding'],
  ['performance', 'internal/page_performance'], ['fetch', 'lab/fetch'],
];
const lazyInterfaces = [
  ['internal/url', ['URL', 'URLSearchParams']],
  ['internal/domexception', ['DOMException']],
  ['internal/abort_controller', ['AbortController', 'AbortSignal']],
  ['internal/event_target', ['Event', 'EventTarget', 'CustomEvent']],
  ['internal/page_events', ['ErrorEvent', 'MessageEvent', 'PromiseRejectionEvent']],
  ['internal/message_port', ['MessageChannel', 'MessagePort']],
  ['internal/worker', ['Worker']],
  ['internal/encoding', ['TextEncoder', 'TextDecoder']],
  ['internal/fetch_headers', ['Headers']],
  ['internal/fetch_request', ['Request']],
  ['internal/fetch_response', ['Response']],
  ['internal/webcrypto', ['Crypto']],
  ['internal/page_performance', ['Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure',
    'PerformanceObserver', 'PerformanceObserverEntryList']],
  ['internal/observer_tasks', ['PerformanceLongTaskTiming', 'TaskAttributionTiming']],
];

function installConsole() {
  const { createConsole } = require('internal/console');
  define('console', createConsole({
    stdoutWrite: (text) => write(1, text),
    stderrWrite: (text) => write(2, text),
    isColor,
    now,
    warn: (message) => writeError(`${message}\n`),
  }));
}

function installJSON() {
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
}

function installRandom() {
  if (binding.randomSeed === undefined) return;
  const { makeRandom } = require('internal/seeded_random');
  defineProperty(Math, 'random', {
    value: makeRandom(binding.randomSeed), writable: true, configurable: true, enumerable: false,
  });
}

/** Puts everything on the global object that pages and workers share. */
function install() {
  require('internal/error_stacks').install();
  require('internal/es2023').install(global);
  require('internal/atomics_wait_async').install(global);
  delete global.InternalError;
  for (const name of ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval']) define(name, timers[name], true);
  define('queueMicrotask', queueMicrotask, true);
  define('reportError', reportError, true);
  for (const [name, id] of lazyFunctions) defineLazy(name, id, name, true);
  defineLazy('lab', 'lab/lab', null);
  for (const [id, names] of lazyInterfaces) {
    for (const name of names) defineLazy(name, id);
  }
  defineProperty(global, 'crypto', Object.getOwnPropertyDescriptor({
    get crypto() { return require('internal/webcrypto').crypto; },
  }, 'crypto'));
  installConsole();
  installJSON();
  installRandom();
}

const rejections = require('internal/rejections');
const uncaught = require('internal/uncaught');

/** What the host calls; see RuntimeHooks.swift. */
const hooks = {
  runTimer: timers.runTimer,
  runTask: require('internal/tasks').runTask,
  reportLongTask: (start, end) => require('internal/observer_tasks').reportLongTask(start, end),
  rejectionChanged: rejections.rejectionChanged,
  processRejections: rejections.processRejections,
  handleUncaught: uncaught.handleUncaught,
  printFatal: uncaught.printFatal,
  portMessage: (port, data, ports) => require('internal/message_port').portMessage(port, data, ports),
  portMessageError: (port, error) => require('internal/message_port').portMessageError(port, error),
  portClosed: (port) => require('internal/message_port').portClosed(port),
  makePort: (endpoint) => require('internal/message_port').makePort(endpoint),
  workerEvent: (worker, kind, payload) => require('internal/worker').workerEvent(worker, kind, payload),
  emitBeforeExit() {},
  emitExit: uncaught.exitCode,
  modules: () => undefined,
  esm: () => require('internal/esm'),
  require,
  repl: () => require('internal/repl'),
  enter: () => binding.runPendingBody(),
};

module.exports = { define, defineLazy, install, hooks };
