// SPDX-License-Identifier: MIT
'use strict';

// node:fs. What is one request to the host comes from tables (internal/fs_requests, internal/fs_forms); what is more
// has a file of its own.

const { pathOf } = require('internal/fs_arguments');
const { runSync, run } = require('internal/fs_calls');
const { constants } = require('internal/fs_constants');
const { readdir, readdirSync, realpath, realpathSync } = require('internal/fs_directories');
const files = require('internal/fs_files');
const { callbackForms, syncForms } = require('internal/fs_forms');
const { rm, rmSync, rmdir, rmdirSync } = require('internal/fs_remove');
const { requests } = require('internal/fs_requests');
const { Dirent, Stats } = require('internal/fs_stats');
const { read, readSync, write, writeSync } = require('internal/fs_transfers');
const { validateFunction } = require('internal/validators');

/** Whether something is at a path; never fails. */
function existsSync(path) {
  try {
    runSync(requests.access(path));
    return true;
  } catch {
    return false;
  }
}

/** Tells the callback whether something is at a path, as its only argument. */
function exists(path, callback) {
  validateFunction(callback, 'cb');
  let checked;
  try {
    checked = pathOf(path);
  } catch {
    return callback(false);
  }
  run(requests.access(checked), (error) => callback(!error));
}
Object.defineProperty(exists, require('internal/promisify').promisify.custom, {
  __proto__: null, value: (path) => new Promise((resolve) => exists(path, resolve)), enumerable: false,
});

const { appendFile, appendFileSync, readFile, readFileSync, truncate, truncateSync, writeFile, writeFileSync } = files;

const fs = module.exports = {
  ...callbackForms,
  appendFile, appendFileSync, exists, existsSync, read, readSync, readFile, readFileSync, readdir, readdirSync,
  realpath, realpathSync, rm, rmSync, rmdir, rmdirSync, truncate, truncateSync, write, writeSync, writeFile,
  writeFileSync,
  createReadStream: (...operands) => require('internal/fs_streams').createReadStream(...operands),
  createWriteStream: (...operands) => require('internal/fs_write_stream').createWriteStream(...operands),
  Dirent,
  Stats,
};
for (const { 0: name, 1: form } of Object.entries(syncForms)) fs[`${name}Sync`] = form;
for (const name of ['F_OK', 'R_OK', 'W_OK', 'X_OK']) {
  Object.defineProperty(fs, name, { __proto__: null, value: constants[name], enumerable: true });
}

// What a program may never use is loaded when it is used.
function defineLazy(name, id, exported, isWritable) {
  Object.defineProperty(fs, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get: () => (exported === undefined ? require(id) : require(id)[exported]),
    set: isWritable ? (value) => Object.defineProperty(fs, name, { value, writable: true }) : undefined,
  });
}
defineLazy('ReadStream', 'internal/fs_streams', 'ReadStream', true);
defineLazy('WriteStream', 'internal/fs_write_stream', 'WriteStream', true);
Object.defineProperty(fs, 'constants', { __proto__: null, value: constants, enumerable: true });
defineLazy('promises', 'node:fs/promises', undefined, false);
