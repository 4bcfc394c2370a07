// SPDX-License-Identifier: MIT
'use strict';

// Builds the globals of the Node profile and hands the host the functions that it calls. What a program may never use
// is loaded when it is first used.

const global = globalThis;
const { defineProperty } = Object;

function define(name, value, enumerable = false) {
  defineProperty(global, name, { value, writable: true, configurable: true, enumerable });
}

// A global that loads its module at first use and is a plain property from then on.
function defineLazy(name, id, exported = name, enumerable = false) {
  defineProperty(global, name, {
    configurable: true,
    enumerable,
    get() {
      const value = require(id)[exported];
      define(name, value, enumerable);
      return value;
    },
    set(value) {
      define(name, value, enumerable);
    },
  });
}

for (const name of ['dispose', 'asyncDispose']) {
  if (!(name in Symbol)) defineProperty(Symbol, name, { value: Symbol(`nodejs.${name}`) });
}
require('internal/error_stacks').install();
require('internal/es2023').install(global);
require('internal/atomics_wait_async').install(global);
delete global.InternalError;

const { process, nextTick, emitBeforeExit, emitExit } = require('internal/process');
define('process', process);
defineProperty(global, Symbol.toStringTag, { value: 'global', configurable: true });
define('global', global, true);

const timers = require('internal/timers');
define('clearImmediate', timers.clearImmediate, true);
define('setImmediate', timers.setImmediate, true);
define('clearInterval', timers.clearInterval, true);
define('clearTimeout', timers.clearTimeout, true);
define('setInterval', timers.setInterval, true);
define('setTimeout', timers.setTimeout, true);

const { validateFunction } = require('internal/validators');
const { enqueueMicrotask } = binding;

/** Queues a callback behind the promise jobs that wait already (HTML standard, section 8.7). */
function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  enqueueMicrotask(callback);
}
define('queueMicrotask', queueMicrotask, true);

defineLazy('structuredClone', 'internal/structured_clone', 'structuredClone', true);
defineLazy('atob', 'internal/encoding', 'atob', true);
defineLazy('btoa', 'internal/encoding', 'btoa', true);
defineLazy('performance', 'internal/performance', 'performance', true);
defineLazy('fetch', 'lab/fetch', 'fetch', true);
for (const [id, names] of [
  ['internal/url', ['URL', 'URLSearchParams']],
  ['internal/domexception', ['DOMException']],
  ['internal/abort_controller', ['AbortController', 'AbortSignal']],
  ['internal/event_target', ['Event', 'EventTarget', 'CustomEvent']],
  ['internal/encoding', ['TextEncoder', 'TextDecoder']],
  ['internal/buffer', ['Buffer']],
  ['internal/message_port', ['MessageChannel', 'MessagePort']],
  ['internal/message_event', ['MessageEvent']],
  ['internal/fetch_headers', ['Headers']],
  ['internal/fetch_request', ['Request']],
  ['internal/fetch_response', ['Response']],
  ['internal/webcrypto', ['Crypto']],
  ['internal/performance', ['PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver']],
]) {
  for (const name of names) defineLazy(name, id);
}

// Unlike the others it stays an accessor without a setter.
defineProperty(global, 'crypto', Object.getOwnPropertyDescriptor({
  get crypto() { return require('internal/webcrypto').crypto; },
}, 'crypto'));

if (binding.randomSeed !== undefined) {
  const { makeRandom } = require('internal/seeded_random');
  defineProperty(Math, 'random', {
    value: makeRandom(binding.randomSeed), writable: true, configurable: true, enumerable: false,
  });
}

const { createConsole } = require('internal/console');
const { write, isColor, now } = binding;
define('console', createConsole({
  stdoutWrite: (text) => write(1, text),
  stderrWrite: (text) => write(2, text),
  isColor,
  now,
  warn: (message) => process.emitWarning(message),
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

// What the host calls; see Runtime+Hooks.swift.
module.exports = {
  runTimer: timers.runTimer,
  runImmediate: timers.runImmediate,
  rejectionChanged: rejections.rejectionChanged,
  processRejections: rejections.processRejections,
  handleUncaught: (error, isFromPromise) => require('internal/uncaught').handleUncaught(error, isFromPromise),
  printFatal: (error) => require('internal/uncaught').printFatal(error),
  emitBeforeExit,
  emitExit,
  nextTick,
  modules: () => require('internal/modules'),
  esm: () => require('internal/esm'),
  require,
  repl: () => require('internal/repl'),
  enter: () => binding.runPendingBody(),
  makePort: (endpoint) => require('internal/message_port').makePort(endpoint),
  portMessage: (port, value, ports) => require('internal/message_port').portMessage(port, value, ports),
  portMessageError: (port, error) => require('internal/message_port').portMessageError(port, error),
  portClosed: (port) => require('internal/message_port').portClosed(port),
  workerEvent: (worker, kind, payload) => require('internal/worker').workerEvent(worker, kind, payload),
  workerMain: () => require('internal/worker_thread').workerMain(),
};
