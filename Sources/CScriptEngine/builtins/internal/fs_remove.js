// SPDX-License-Identifier: MIT
'use strict';

// rm and rmdir. A tree is removed from its leaves up, all entries of a directory at the same time, in the requests and
// the order that Node makes them (Node: lib/internal/fs/rimraf.js).

const { codes } = require('internal/errors');
const { setTimeout } = require('internal/timers');
const { validateBoolean, validateObject } = require('internal/validators');
const { callbackOf, pathOf, removeOptionsOf } = require('internal/fs_arguments');
const { decode } = require('internal/fs_contents');
const { run, runSync, sleep } = require('internal/fs_calls');
const { requests } = require('internal/fs_requests');

const retryCodes = new Set(['EBUSY', 'EMFILE', 'ENFILE', 'ENOTEMPTY', 'EPERM']);
const notEmptyCodes = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM']);

function childOf(path, name) {
  const parent = typeof path === 'string' ? path : decode(path);
  return parent.endsWith('/') ? `${parent}${name}` : `${parent}/${name}`;
}

/** Removes whatever is at a path; waits longer before each retry, as the options say. */
function removeTree(path, options, callback) {
  let retries = 0;
  const attempt = () => removeOnce(path, options, (error) => {
    if (error && retryCodes.has(error.code) && retries < options.maxRetries) {
      retries++;
      setTimeout(attempt, retries * options.retryDelay);
      return;
    }
    callback(error?.code === 'ENOENT' ? null : error);
  });
  attempt();
}

function removeOnce(path, options, callback) {
  run(requests.lstat(path), (error, stats) => {
    if (error) return callback(error);
    if (stats.isDirectory()) return removeDirectory(path, options, null, callback);
    run(requests.unlink(path), (unlinkError) => {
      if (unlinkError?.code === 'EISDIR' || unlinkError?.code === 'EPERM') {
        return removeDirectory(path, options, unlinkError, callback);
      }
      callback(unlinkError);
    });
  });
}

function removeDirectory(path, options, originalError, callback) {
  run(requests.rmdir(path), (error) => {
    if (error && notEmptyCodes.has(error.code)) return removeChildren(path, options, callback);
    callback(error?.code === 'ENOTDIR' ? originalError : error);
  });
}

function removeChildren(path, options, callback) {
  run(requests.readdir(path, {}), (error, names) => {
    if (error) return callback(error);
    let { length: left } = names;
    if (left === 0) return run(requests.rmdir(path), callback);
    let isDone = false;
    for (let i = 0; i < names.length; i++) {
      removeTree(childOf(path, names[i]), options, (childError) => {
        if (isDone) return;
        if (childError) {
          isDone = true;
          return callback(childError);
        }
        left--;
        if (left === 0) run(requests.rmdir(path), callback);
      });
    }
  });
}

function removeTreeSync(path, options) {
  for (let tries = 0; ; tries++) {
    try {
      return removeOnceSync(path, options);
    } catch (error) {
      if (error.code === 'ENOENT') return undefined;
      if (!retryCodes.has(error.code) || tries >= options.maxRetries) throw error;
      sleep((tries + 1) * options.retryDelay);
    }
  }
}

function removeOnceSync(path, options) {
  if (!runSync(requests.lstat(path)).isDirectory()) {
    runSync(requests.unlink(path));
    return;
  }
  try {
    runSync(requests.rmdir(path));
  } catch (error) {
    if (!notEmptyCodes.has(error.code)) throw error;
    const names = runSync(requests.readdir(path, {}));
    for (let i = 0; i < names.length; i++) removeTreeSync(childOf(path, names[i]), options);
    runSync(requests.rmdir(path));
  }
}

function rm(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  const checked = pathOf(path);
  const all = removeOptionsOf(options);
  run(requests.lstat(checked), (error, stats) => {
    if (error && !(all.force && error.code === 'ENOENT')) return callback(error);
    if (stats?.isDirectory() && !all.recursive) return callback(new codes.ERR_FS_EISDIR(checked));
    removeTree(checked, all, callback);
  });
}

function rmSync(path, options) {
  const checked = pathOf(path);
  const all = removeOptionsOf(options);
  try {
    const isDirectory = runSync(requests.lstat(checked)).isDirectory();
    if (isDirectory && !all.recursive) throw new codes.ERR_FS_EISDIR(checked);
  } catch (error) {
    if (!(all.force && error.code === 'ENOENT')) throw error;
  }
  removeTreeSync(checked, all);
}

let hasWarned = false;

// `recursive` is on its way out of rmdir; while it is there it means what it means to rm.
function isRecursiveRemoval(options) {
  if (options === undefined) return false;
  validateObject(options, 'options');
  const { recursive = false } = options;
  if (recursive && !hasWarned) {
    hasWarned = true;
    require('internal/process').process.emitWarning(
      'In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. ' +
      'Use fs.rm(path, { recursive: true }) instead', 'DeprecationWarning', 'DEP0147');
  }
  validateBoolean(recursive, 'options.recursive');
  return recursive;
}

function rmdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  callbackOf(callback);
  const checked = pathOf(path);
  if (!isRecursiveRemoval(options)) return run(requests.rmdir(checked), callback);
  const all = removeOptionsOf({ maxRetries: 0, ...options });
  run(requests.lstat(checked), (error, stats) => {
    if (error) return callback(error);
    if (!stats.isDirectory()) return run(requests.rmdir(checked), callback);
    removeTree(checked, all, callback);
  });
}

function rmdirSync(path, options) {
  const checked = pathOf(path);
  const isTree = isRecursiveRemoval(options) && runSync(requests.lstat(checked)).isDirectory();
  if (isTree) removeTreeSync(checked, removeOptionsOf(options));
  else runSync(requests.rmdir(checked));
}

module.exports = { rm, rmSync, rmdir, rmdirSync };
