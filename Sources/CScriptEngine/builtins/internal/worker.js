// SPDX-License-Identifier: MIT
'use strict';

// A worker as its parent sees it (Node: lib/internal/worker.js). The native side runs the thread and tells what becomes
// of it; messages go through a pair of ports like any other.

const EventEmitter = require('node:events');
const { codes } = require('internal/errors');
const { portPair, workerSetReferenced, workerStart, workerTerminate } = binding;
const { apply } = Reflect;
const { postMessage, ref: refPort, unref: unrefPort, start: startPort } =
  require('internal/message_port').MessagePort.prototype;

/** A thread with a realm, a loop and a heap of its own. */
class Worker extends EventEmitter {
  #handle;
  #port;
  #limits;
  #isOnline = false;
  #stdin = null;
  #stdout;
  #stderr;

  constructor(filename, options = {}) {
    super();
    const { workerOptions } = require('internal/worker_options');
    const settings = workerOptions(filename, options);
    this.#limits = settings.resourceLimits;
    this.#openStreams(settings);
    this.#start(settings, options);
    this.#port.on('message', (message) => this.emit('message', message));
    this.#port.on('messageerror', (error) => this.emit('messageerror', error));
    this.#port.unref();
    this.on('newListener', (name) => {
      if (name !== 'message' || this.#port === null || this.listenerCount('message') > 0) return;
      apply(refPort, this.#port, []);
      apply(startPort, this.#port, []);
    });
    this.on('removeListener', (name) => {
      if (name !== 'message' || this.#port === null || this.listenerCount('message') > 0) return;
      apply(unrefPort, this.#port, []);
    });
    const { process } = require('internal/process');
    process.nextTick(() => process.emit('worker', this));
  }

  // What the native side tells; removed from the class right after its definition.
  static __hear(worker, kind, payload) {
    switch (kind) {
      case 'online':
        worker.#isOnline = true;
        worker.emit('online');
        break;
      case 'stdout':
        worker.#stdout.push(payload);
        break;
      case 'stderr':
        worker.#stderr.push(payload);
        break;
      case 'error':
        worker.emit('error', require('internal/worker_errors').restoreError(payload));
        break;
      case 'outOfMemory':
        worker.emit('error', new codes.ERR_WORKER_OUT_OF_MEMORY('JS heap out of memory'));
        break;
      case 'notStarted':
        worker.emit('error', new codes.ERR_WORKER_INIT_FAILED(payload));
        break;
      case 'exit':
        worker.#end(payload);
        break;
      default:
    }
  }

  #openStreams(settings) {
    const { WorkerOutput, WorkerInput } = require('internal/worker_streams');
    this.#stdout = new WorkerOutput();
    this.#stderr = new WorkerOutput();
    if (settings.stdin) this.#stdin = new WorkerInput((bytes) => this.#writeInput(bytes));
  }

  #writeInput(bytes) {
    if (this.#handle !== null) binding.workerWriteStdin(this.#handle, bytes);
  }

  #start(settings, options) {
    const { makePort } = require('internal/message_port');
    const { elementsOf, serializeWith } = require('internal/message_transfer');
    const { environmentData } = require('internal/worker_thread');
    const [own, other] = portPair();
    this.#port = makePort(own);
    const description = { ...settings, parentPort: own, port: other, profile: 'node' };
    const start = (data, moved, report) => workerStart(this, description, data, moved, report);
    try {
      const data = [options.workerData, environmentData, settings.execArgv];
      this.#handle = serializeWith(start, data, elementsOf(options.transferList));
    } catch (error) {
      this.#port.close();
      throw error;
    }
  }

  // The messages that were on their way have come by now.
  #end(code) {
    this.#handle = null;
    this.#port.close();
    this.#port = null;
    this.#stdin?.close();
    this.#stdout.push(null);
    this.#stderr.push(null);
    this.emit('exit', code);
  }

  postMessage(...args) {
    if (this.#port !== null) apply(postMessage, this.#port, args);
  }

  terminate(callback) {
    if (this.#handle === null) return Promise.resolve();
    this.ref();
    if (typeof callback === 'function') {
      require('internal/process').process.emitWarning(
        'Passing a callback to worker.terminate() is deprecated. It returns a Promise instead.',
        'DeprecationWarning', 'DEP0132');
      this.once('exit', (code) => callback(null, code));
    }
    workerTerminate(this.#handle);
    return new Promise((resolve) => this.once('exit', resolve));
  }

  ref() {
    if (this.#handle === null) return;
    workerSetReferenced(this.#handle, true);
    apply(refPort, this.#port, []);
  }

  unref() {
    if (this.#handle === null) return;
    workerSetReferenced(this.#handle, false);
    apply(unrefPort, this.#port, []);
  }

  get threadId() {
    return this.#handle === null ? -1 : this.#handle;
  }

  get stdin() {
    return this.#stdin;
  }

  get stdout() {
    return this.#stdout;
  }

  get stderr() {
    return this.#stderr;
  }

  get resourceLimits() {
    if (this.#handle === null) return {};
    const { defaultLimits, namedLimits } = require('internal/worker_options');
    // What the defaults are is known once the thread has begun.
    return namedLimits(this.#limits, this.#isOnline ? defaultLimits : this.#limits);
  }
}

const workerEvent = Worker.__hear;
delete Worker.__hear;

module.exports = { Worker, workerEvent };
