// SPDX-License-Identifier: MIT
'use strict';

// The `process` object of the Node profile.

const { validateFunction, validateInteger } = require('internal/validators');
const { enqueueTick, exitNow } = binding;
const { apply } = Reflect;

const EventEmitter = require('node:events');

function process() {
  throw new TypeError('Illegal constructor');
}
const prototype = Object.create(EventEmitter.prototype, {
  constructor: { value: process, writable: true, configurable: true, enumerable: false },
  [Symbol.toStringTag]: { value: 'process', configurable: true },
});
process.prototype = prototype;
const self = Object.create(prototype);

/** Runs a callback before any promise job and any task (Node: lib/internal/process/task_queues.js). */
function nextTick(callback) {
  validateFunction(callback, 'callback');
  if (self._exiting) return;
  const count = arguments.length;
  if (count === 1) {
    // The queue calls what it holds with no receiver: the callback itself serves.
    enqueueTick(callback);
    return;
  }
  const args = new Array(count - 1);
  for (let index = 1; index < count; index++) args[index - 1] = arguments[index];
  enqueueTick(() => apply(callback, undefined, args));
}

// Node takes integers, and strings that read as integers.
function checkedExitCode(code) {
  if (code === undefined || code === null) return undefined;
  const number = typeof code === 'string' && code !== '' ? Number(code) : code;
  validateInteger(Number.isNaN(number) ? code : number, 'code');
  return number;
}

let exitCode;
Object.defineProperty(self, 'exitCode', {
  configurable: true,
  enumerable: true,
  get: () => exitCode,
  set(value) {
    checkedExitCode(value);
    exitCode = value;
  },
});

/** Ends the process after the 'exit' listeners; the running script stops at once. */
function exit(code) {
  if (arguments.length > 0 && code !== undefined) self.exitCode = checkedExitCode(code);
  if (!self._exiting) {
    self._exiting = true;
    self.emit('exit', finalCode());
  }
  exitNow(finalCode());
}

/** The code that the process would end with now. */
function finalCode() {
  return Number(exitCode ?? 0) | 0;
}

/** Emits 'beforeExit' when the loop has run dry. */
function emitBeforeExit() {
  self.emit('beforeExit', finalCode());
}

/** Emits 'exit' once, at the regular end, and returns the code; `fallback` stands in for a code nobody set. */
function emitExit(fallback) {
  // The listeners see the stand-in as exitCode and not as their argument, as in Node.
  const code = finalCode();
  if (exitCode === undefined && fallback !== 0) exitCode = fallback;
  if (!self._exiting) {
    self._exiting = true;
    self.emit('exit', code);
  }
  return finalCode();
}

function stream(fd) {
  return require('internal/streams').outputStream(fd);
}

function hrtime(previous) {
  const now = binding.hrtime();
  const seconds = Number(now / 1000000000n);
  const nanoseconds = Number(now % 1000000000n);
  if (previous === undefined) return [seconds, nanoseconds];
  let [s, ns] = [seconds - previous[0], nanoseconds - previous[1]];
  if (ns < 0) {
    s--;
    ns += 1000000000;
  }
  return [s, ns];
}
hrtime.bigint = function bigint() {
  return binding.hrtime();
};

function memoryUsage() {
  const [rss, heapTotal, heapUsed, external, arrayBuffers] = binding.memoryUsage();
  return { rss, heapTotal, heapUsed, external, arrayBuffers };
}
memoryUsage.rss = function rss() {
  return binding.memoryUsage()[0];
};

function lazy(name, get) {
  Object.defineProperty(self, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = get();
      Object.defineProperty(self, name, { value, configurable: true, enumerable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(self, name, { value, configurable: true, enumerable: true, writable: true });
    },
  });
}

Object.assign(self, {
  version: 'v20.20.2',
  arch: binding.arch,
  platform: 'linux',
  release: { name: 'node', lts: 'Iron' },
  title: 'looplab',
  pid: binding.pid,
  ppid: binding.ppid,
  execArgv: [],
  exiting: undefined,
  nextTick,
  exit,
  reallyExit: exitNow,
  hrtime,
  memoryUsage,
  cwd: () => binding.cwd(),
  uptime: () => binding.now() / 1000,
  umask: () => 0o22,
  cpuUsage(previous) {
    const [user, system] = binding.cpuUsage();
    return previous ? { user: user - previous.user, system: system - previous.system } : { user, system };
  },
  emitWarning(...args) {
    require('internal/warnings').emitWarning(...args);
  },
  setUncaughtExceptionCaptureCallback(callback) {
    if (callback !== null) validateFunction(callback, 'fn');
    self._uncaughtExceptionCapture = callback;
  },
  hasUncaughtExceptionCaptureCallback: () => typeof self._uncaughtExceptionCapture === 'function',
  abort() {
    exitNow(134);
  },
});
delete self.exiting;
for (const name of ['_exiting', '_uncaughtExceptionCapture']) {
  Object.defineProperty(self, name, { value: undefined, writable: true, configurable: true, enumerable: false });
}
self._exiting = false;

lazy('argv', () => binding.argv());
lazy('argv0', () => 'looplab');
lazy('execPath', () => binding.execPath());
lazy('env', () => require('internal/environment').makeEnv());
lazy('versions', () => ({ node: '20.20.2', looplab: binding.productVersion, spidermonkey: binding.engineVersion }));
lazy('config', () => ({ target_defaults: {}, variables: {} }));
lazy('features', () => ({ inspector: false, debug: false, uv: true, ipv6: true, tls: false }));
lazy('stdout', () => stream(1));
lazy('stderr', () => stream(2));
lazy('stdin', () => require('internal/streams').inputStream());

module.exports = { process: self, nextTick, emitBeforeExit, emitExit, finalCode };
