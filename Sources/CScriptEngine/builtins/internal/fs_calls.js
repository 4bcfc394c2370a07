// SPDX-License-Identifier: MIT
'use strict';

// The three ways to run a request: here and now, with a callback, as a promise.
//
// A request says what the host shall do and how an error names it:
// `{ name, syscall, path, dest, operands, asBytes, convert }`; `convert` makes a result of the host's answer.

const { uvException } = require('internal/errors');
const { decode } = require('internal/fs_contents');

const operations = binding.fileOperations();
const { apply } = Reflect;

function textOf(path) {
  return path instanceof Uint8Array ? decode(path, 'utf8') : path;
}

function failed(answer) {
  return typeof answer === 'number' && answer < 0;
}

/** The error of a request that failed. */
function errorOf(errno, { syscall, path, dest }) {
  return uvException({ errno, syscall, path: textOf(path), dest: textOf(dest) });
}

function start(request, callback) {
  return apply(operations[request.name], undefined, [callback, request.asBytes, ...request.operands]);
}

function convert(request, answer) {
  return request.convert === undefined ? answer : request.convert(answer);
}

/** Runs a request on this thread; returns its result or throws its error. */
function runSync(request) {
  const answer = start(request);
  if (failed(answer)) throw errorOf(answer, request);
  return convert(request, answer);
}

/** Runs a request on the pool; the callback gets an error, or null and the result if there is one. */
function run(request, callback) {
  start(request, (answer) => {
    if (failed(answer)) return callback(errorOf(answer, request));
    const result = convert(request, answer);
    if (result === undefined) callback(null);
    else callback(null, result);
  });
}

/** Runs a request on the pool and promises its result. */
function runPromise(request) {
  return new Promise((resolve, reject) => {
    start(request, (answer) => {
      if (failed(answer)) reject(errorOf(answer, request));
      else resolve(convert(request, answer));
    });
  });
}

module.exports = { run, runPromise, runSync, sleep: operations.sleep };
