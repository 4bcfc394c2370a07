// SPDX-License-Identifier: MIT
'use strict';

// Worker of a page (HTML 10.2.6.3 "Dedicated workers and the Worker interface"): a thread with a global scope of its
// own.

const path = require('node:path');
const { EventTarget, defineEventHandler, fire, kTrusted } = require('internal/event_target');
const { ErrorEvent } = require('internal/page_events');
const { Event } = require('internal/event');
const { runAtBottom } = require('internal/callbacks');
const { fireMessage, makePort, post } = require('internal/message_port');
const { queueTask } = require('internal/tasks');
const { serializeWith } = require('internal/message_transfer');
const { finishInterface, requireArguments } = require('internal/web_idl');

const { argv, cwd, fileKind, portPair, portStart, portClose, workerStart, workerTerminate } = binding;

let hear;

// A path counts from the page's script, as a URL does from the page.
function fileOf(url) {
  const text = `${url}`;
  if (text.startsWith('file:')) return require('internal/url').fileURLToPath(text);
  const entry = binding.workerInit?.filename ?? argv()[1];
  return path.resolve(entry === undefined ? cwd() : path.dirname(entry), text);
}

/** A script that runs in a thread of its own. */
class Worker extends EventTarget {
  #port;
  #handle;

  static {
    hear = (worker, kind, payload) => {
      if (kind === 'error') worker.#report(payload);
      else if (kind === 'notStarted') fire(worker, new Event('error', { [kTrusted]: true }));
      else if (kind === 'exit') worker.#end();
    };
  }

  constructor(scriptURL, options = undefined) {
    requireArguments(arguments.length, 1, 'constructor', 'Worker');
    super();
    const { type = 'classic' } = options ?? {};
    if (`${type}` !== 'classic' && `${type}` !== 'module') {
      throw new TypeError("Failed to construct 'Worker': Failed to read the 'type' property from 'WorkerOptions': The "
        + `provided value '${type}' is not a valid enum value of type WorkerType.`);
    }
    const filename = fileOf(scriptURL);
    if (fileKind(filename) !== 1) {
      queueTask('domManipulation', () => fire(this, new Event('error', { [kTrusted]: true })), 'Worker');
      return;
    }
    const [own, other] = portPair();
    makePort(own, (data, ports) => fireMessage(this, data, ports));
    portStart(own);
    const description = {
      filename, isModule: options?.type === 'module' || filename.endsWith('.mjs'), name: `${options?.name ?? ''}`,
      parentPort: own, port: other, profile: 'browser',
    };
    this.#port = own;
    this.#handle = serializeWith((data, moved, report) => workerStart(this, description, data, moved, report), null);
  }

  postMessage(message, transferOrOptions = undefined) {
    requireArguments(arguments.length, 1, 'postMessage', 'Worker');
    if (this.#port !== undefined) post(this.#port, message, transferOrOptions);
    else require('internal/structured_clone').structuredClone(message);
  }

  terminate() {
    if (this.#handle !== undefined) workerTerminate(this.#handle);
    this.#end();
  }

  #end() {
    if (this.#port !== undefined) portClose(this.#port);
    this.#port = undefined;
    this.#handle = undefined;
  }

  // What nobody handled in the worker is an event here, then one of the window (HTML 8.1.4.6 "report an exception",
  // with omitError), and what nobody cancels goes to the page's console.
  #report(payload) {
    const error = require('internal/worker_errors').restoreError(payload);
    const { file, line, column } = payload.place;
    const init = {
      cancelable: true, [kTrusted]: true, message: `Uncaught ${String(error)}`, filename: file, lineno: line,
      colno: column, error: null,
    };
    if (!fire(this, new ErrorEvent('error', init)) || !fire(globalThis, new ErrorEvent('error', init))) return;
    require('internal/uncaught').print('Uncaught', error);
  }
}
finishInterface(Worker, ['postMessage', 'terminate']);
for (const name of ['message', 'messageerror', 'error']) defineEventHandler(Worker.prototype, name);

/** The native side tells what becomes of a worker. */
function workerEvent(worker, kind, payload) {
  runAtBottom(() => hear(worker, kind, payload));
}

module.exports = { Worker, workerEvent };
