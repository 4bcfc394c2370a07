// SPDX-License-Identifier: MIT
'use strict';

// The functions of node:fs that are one request each, in their three forms.

const { callbackOf } = require('internal/fs_arguments');
const { run, runPromise, runSync } = require('internal/fs_calls');
const { requests } = require('internal/fs_requests');

// How many operands each takes at most; in the callback form the callback follows them.
const operandCounts = {
  access: 2, chmod: 2, copyFile: 3, link: 2, lstat: 2, lutimes: 3, mkdir: 2, mkdtemp: 2, open: 3, readlink: 2,
  rename: 2, stat: 2, symlink: 3, unlink: 1, utimes: 3,
};
const descriptorOperandCounts = {
  close: 1, fchmod: 2, fdatasync: 1, fstat: 2, fsync: 1, ftruncate: 2, futimes: 3,
};
// How many of them may be missing.
const optionalCounts = {
  access: 1, copyFile: 1, fstat: 1, ftruncate: 1, lstat: 1, mkdir: 1, mkdtemp: 1, open: 2, readlink: 1, stat: 1,
  symlink: 1,
};
const allCounts = { ...operandCounts, ...descriptorOperandCounts };

function withName(name, fn) {
  return Object.defineProperty(fn, 'name', { __proto__: null, value: name, configurable: true });
}

function callbackForm(name, count) {
  const request = requests[name];
  return withName(name, (...operands) => {
    let callback = operands[count];
    // What has to be there is an operand even if it is a function.
    for (let i = count - (optionalCounts[name] ?? 0); i < count; i++) {
      if (typeof operands[i] !== 'function') continue;
      callback = operands[i];
      operands.length = i;
    }
    callbackOf(callback);
    run(request(...operands), callback);
  });
}

function forms(counts, form) {
  const made = {};
  for (const { 0: name, 1: count } of Object.entries(counts)) made[name] = form(name, count);
  return made;
}

const callbackForms = forms(allCounts, callbackForm);
const syncForms = forms(allCounts, (name) => (
  withName(`${name}Sync`, (...operands) => runSync(requests[name](...operands)))
));
const promiseForms = forms(operandCounts, (name) => (
  withName(name, async (...operands) => await runPromise(requests[name](...operands)))
));

function statForm(name) {
  return withName(`${name}Sync`, (path, options = { throwIfNoEntry: true }) => {
    const request = requests[name](path, options);
    try {
      return runSync(request);
    } catch (error) {
      if (options.throwIfNoEntry === false && error.code === 'ENOENT') return undefined;
      throw error;
    }
  });
}
syncForms.stat = statForm('stat');
syncForms.lstat = statForm('lstat');

// A close that nobody waits for has nobody to tell but the process.
const { close: closeWithCallback } = callbackForms;
callbackForms.close = function close(fd, callback = throwIfFailed) {
  closeWithCallback(fd, callback);
};

function throwIfFailed(error) {
  if (error) throw error;
}

module.exports = { callbackForms, promiseForms, syncForms };
