// SPDX-License-Identifier: MIT
'use strict';

// The global object of a page's worker (HTML 10.2 "Workers", DedicatedWorkerGlobalScope).

const path = require('node:path');
const { EventTarget, adopt, defineEventHandler } = require('internal/event_target');
const { fireMessage, makePort, post } = require('internal/message_port');
const { requireArguments } = require('internal/web_idl');

const { workerInit, portSetReferenced, portStart, evaluateScript, readText, closePage } = binding;

/** The interface that all workers have. */
class WorkerGlobalScope extends EventTarget {
  constructor() {
    throw new TypeError('Illegal constructor');
  }
}
Object.defineProperty(WorkerGlobalScope.prototype, Symbol.toStringTag, {
  value: 'WorkerGlobalScope', configurable: true,
});

/** The interface of the global object. */
class DedicatedWorkerGlobalScope extends WorkerGlobalScope {}
Object.defineProperty(DedicatedWorkerGlobalScope.prototype, Symbol.toStringTag, {
  value: 'DedicatedWorkerGlobalScope', configurable: true,
});

/** Posts a message to the Worker object in the page. */
function postMessage(message, transferOrOptions = undefined) {
  requireArguments(arguments.length, 1, 'postMessage', 'DedicatedWorkerGlobalScope');
  if (workerInit?.port !== undefined) post(workerInit.port, message, transferOrOptions);
}

/** Lets the task that runs be the last one. */
function close() {
  closePage();
}

/** Runs classic scripts, one after the other, in the worker's global scope. */
function importScripts(...names) {
  for (let index = 0; index < names.length; index++) {
    const file = path.resolve(path.dirname(workerInit?.filename ?? binding.cwd()), `${names[index]}`);
    let text;
    try {
      text = readText(file);
    } catch {
      const { DOMException } = require('internal/domexception');
      throw new DOMException(
        `Failed to execute 'importScripts' on 'WorkerGlobalScope': The script at '${names[index]}' failed to load.`,
        'NetworkError');
    }
    evaluateScript(text, file);
  }
}

/** Makes the global object that of a worker. */
function install(global) {
  Object.setPrototypeOf(global, DedicatedWorkerGlobalScope.prototype);
  adopt(global);
  for (const name of ['error', 'unhandledrejection', 'rejectionhandled', 'message', 'messageerror']) {
    defineEventHandler(global, name);
  }
}

/** Begins to hear what the page posts; its messages are tasks, and so wait until the script has run. */
function startPort() {
  const endpoint = workerInit?.port;
  if (endpoint === undefined) return;
  // As long as somebody could post, the worker waits; close() and terminate() end it.
  portSetReferenced(endpoint, true);
  makePort(endpoint, (data, ports) => fireMessage(globalThis, data, ports));
  portStart(endpoint);
}

module.exports = {
  DedicatedWorkerGlobalScope, WorkerGlobalScope, close, importScripts, install, postMessage, startPort,
};
