// SPDX-License-Identifier: MIT
'use strict';

// What a thread knows of itself: whether it is a worker, and what it was given.

const { process } = require('internal/process');
const { threadId, workerInit } = binding;

const isMainThread = threadId === 0;
let given;

// What the parent sent along; it is made anew when it is first asked for.
function takeGiven() {
  if (given === undefined) {
    const [workerData, environmentData, execArgv] = isMainThread ? [null, new Map(), []] : binding.takeWorkerData();
    given = { workerData, environmentData, execArgv };
  }
  return given;
}

let parentPort;

/** The port to the thread that started this one; null on the main thread. */
function openParentPort() {
  if (parentPort !== undefined) return parentPort;
  const endpoint = workerInit?.port;
  parentPort = endpoint === undefined ? null : require('internal/message_port').makePort(endpoint);
  return parentPort;
}

const unsupported = ['abort', 'chdir', 'initgroups', 'setgroups', 'setegid', 'seteuid', 'setgid', 'setuid'];

// What concerns the whole process is the main thread's alone.
function restrictProcess() {
  const { codes } = require('internal/errors');
  for (const name of unsupported) {
    const refuse = () => {
      throw new codes.ERR_WORKER_UNSUPPORTED_OPERATION(`process.${name}()`);
    };
    refuse.disabled = true;
    process[name] = refuse;
  }
  const { umask } = process;
  process.umask = (mask) => {
    if (mask !== undefined) throw new codes.ERR_WORKER_UNSUPPORTED_OPERATION('Setting process.umask()');
    return umask();
  };
  Object.defineProperty(process, 'execArgv', {
    get: () => takeGiven().execArgv, configurable: true, enumerable: true,
  });
}

/** Prepares a worker's realm; the program runs next. */
function workerMain() {
  if (workerInit.kind === 'browser') require('internal/browser_worker').install();
  else restrictProcess();
}

module.exports = {
  isMainThread,
  openParentPort,
  threadId,
  workerMain,
  get environmentData() {
    return takeGiven().environmentData;
  },
  get workerData() {
    return takeGiven().workerData;
  },
};
