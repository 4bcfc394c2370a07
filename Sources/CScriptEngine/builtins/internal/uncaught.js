// SPDX-License-Identifier: MIT
'use strict';

// What becomes of an error that nothing caught (Node: lib/internal/process/execution.js, src/node_errors.cc).

const { writeError, describeError, exitNow } = binding;
const { process, finalCode } = require('internal/process');
const errorToString = Error.prototype.toString;

let isHandling = false;

function codeFrame({ file, line, column, sourceLine }) {
  if (!file || !line) return '';
  if (sourceLine === undefined) return `${file}:${line}\n`;
  const caret = ' '.repeat(Math.max(0, column - 1)) + '^';
  return `${file}:${line}\n${sourceLine}\n${caret}\n`;
}

// What can be said of a value whose own ways to say it throw.
function plainText(error) {
  try {
    return Reflect.apply(errorToString, error, []);
  } catch {
    return describeError(error).text || 'a value that cannot be shown';
  }
}

function inspected(value) {
  try {
    return require('internal/inspect').inspect(value);
  } catch {
    return plainText(value);
  }
}

function textOf(error) {
  if (binding.classOf(error) === 'Error') {
    // Brackets stand for a stack without frames, which an error of the runtime itself has.
    return inspected(error).replace(/^\[([^]*?)\](?=$| \{)/, '$1');
  }
  const isObject = typeof error === 'object' && error !== null || typeof error === 'function';
  return `Uncaught${isObject ? ':\n' : ' '}${inspected(error)}\n(Thrown value is not an Error, so it has no stack)`;
}

/** Writes what Node writes before it ends with an error: place, source line, stack. */
function printFatal(error) {
  const details = describeError(error);
  const frame = codeFrame(details);
  writeError(`${frame}${frame ? '\n' : ''}${textOf(error)}\n\nLoopLab, ${process.version} profile\n`);
}

// The 'uncaughtException' listeners have the last word; one that throws ends the process with code 7.
function emitUncaught(error, origin) {
  process.emit('uncaughtExceptionMonitor', error, origin);
  const capture = process._uncaughtExceptionCapture;
  if (typeof capture === 'function') {
    capture(error);
    return true;
  }
  return process.emit('uncaughtException', error, origin);
}

/** Returns true when a listener survived the error; otherwise ends the process. */
function handleUncaught(error, isFromPromise) {
  const origin = isFromPromise ? 'unhandledRejection' : 'uncaughtException';
  if (binding.isPrompt() && process.listenerCount('uncaughtException') === 0) {
    require('internal/repl').showError(error);
    return true;
  }
  if (isHandling) return end(error, 7);
  isHandling = true;
  let survived;
  try {
    survived = emitUncaught(error, origin);
  } catch (second) {
    isHandling = false;
    return end(second, 7);
  }
  isHandling = false;
  if (!survived) return end(error, 1);
  return true;
}

// An error of the handling itself ends the process with code 7 and without 'exit' listeners, as in Node.
function end(error, code) {
  if (binding.workerInit !== undefined) return endWorker(error, code);
  printFatal(error);
  if (code === 7) exitNow(7);
  if (process._exiting) exitNow(finalCode() || code);
  process.exitCode = code;
  try {
    process._exiting = true;
    process.emit('exit', code);
  } catch {
    // Nothing more can be said: the process ends with the first error's code.
  }
  exitNow(finalCode());
  return false;
}

// A worker's error goes to its parent, after the 'exit' listeners (Node: lib/internal/main/worker_thread.js).
function endWorker(error, code) {
  if (code !== 7 && !process._exiting) {
    process.exitCode = code;
    try {
      process._exiting = true;
      process.emit('exit', code);
    } catch {
      // The parent hears of the first error.
    }
  }
  require('internal/worker_errors').postError(error);
  exitNow(code === 7 ? 1 : finalCode());
  return false;
}

module.exports = { handleUncaught, printFatal };
