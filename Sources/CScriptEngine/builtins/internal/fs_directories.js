// SPDX-License-Identifier: MIT
'use strict';

// readdir in its three forms, and realpath as JavaScript: one lstat for each part of a path.

const path = require('node:path');
const { validateBoolean } = require('internal/validators');
const { callbackOf, optionsOf, pathOf } = require('internal/fs_arguments');
const { decode, encode } = require('internal/fs_contents');
const { run, runPromise, runSync } = require('internal/fs_calls');
const { requests } = require('internal/fs_requests');
const { nextTick } = require('internal/process');

function readdirOptionsOf(options) {
  const given = optionsOf(options, {});
  if (given.recursive !== undefined && given.recursive !== null) {
    validateBoolean(given.recursive, 'options.recursive');
  }
  return given;
}

function textOf(value) {
  return typeof value === 'string' ? value : decode(value, 'utf8');
}

// Directories are read in the order in which they were found; names count from the root.
function* walk(root, options) {
  const found = [];
  const base = textOf(root);
  const waiting = [base];
  for (let i = 0; i < waiting.length; i++) {
    const entries = yield requests.readdir(waiting[i], { withFileTypes: true });
    for (let j = 0; j < entries.length; j++) {
      const entry = entries[j];
      const full = path.join(waiting[i], entry.name);
      if (entry.isDirectory()) waiting.push(full);
      if (options.withFileTypes) found.push(entry);
      else found.push(inEncoding(path.relative(base, full), options.encoding));
    }
  }
  return found;
}

function inEncoding(name, encoding) {
  return !encoding || encoding === 'utf8' ? name : decode(encode(name, 'utf8'), encoding);
}

function readdirSync(root, options) {
  const given = readdirOptionsOf(options);
  const checked = pathOf(root);
  if (!given.recursive) return runSync(requests.readdir(checked, given));
  const steps = walk(checked, given);
  let step = steps.next();
  while (!step.done) step = steps.next(runSync(step.value));
  return step.value;
}

/** readdir with a callback; Node 20 reads recursively at once, before it returns, errors included. */
function readdir(root, options, callback) {
  callback = callbackOf(typeof options === 'function' ? options : callback);
  const given = readdirOptionsOf(options);
  if (given.recursive) callback(null, readdirSync(root, given));
  else run(requests.readdir(root, given), callback);
}

async function readdirPromise(root, options) {
  const given = readdirOptionsOf(options);
  const checked = pathOf(root);
  if (!given.recursive) return await runPromise(requests.readdir(checked, given));
  const steps = walk(checked, given);
  let step = steps.next();
  while (!step.done) step = steps.next(await runPromise(step.value));
  return step.value;
}

/** The walk behind realpath: yields requests, and `undefined` where Node's waits for a tick. */
function* resolve(given) {
  const known = new Set();
  const links = new Map();
  let rest = path.resolve(textOf(given));
  let position = 1;
  let base = '/';
  while (position < rest.length) {
    const slash = rest.indexOf('/', position);
    const name = slash === -1 ? rest.slice(position) : rest.slice(position, slash);
    const current = base === '/' ? `/${name}` : `${base}/${name}`;
    position = slash === -1 ? rest.length : slash + 1;
    const stats = known.has(current) ? undefined : yield requests.lstat(current, { bigint: true });
    if (!stats?.isSymbolicLink()) {
      known.add(current);
      base = current;
      yield undefined;
      continue;
    }
    const id = `${stats.dev}:${stats.ino}`;
    let target = links.get(id);
    if (target === undefined) {
      yield requests.stat(current);
      target = yield requests.readlink(current);
      links.set(id, target);
    }
    rest = path.resolve(base, target, rest.slice(position));
    position = 1;
    base = '/';
    yield undefined;
  }
  return rest;
}

function realpathSync(given, options) {
  const { encoding } = optionsOf(options, {});
  const steps = resolve(pathOf(given));
  let step = steps.next();
  while (!step.done) step = steps.next(step.value && runSync(step.value));
  return inEncoding(step.value, encoding);
}

function realpath(given, options, callback) {
  callback = callbackOf(typeof options === 'function' ? options : callback);
  const { encoding } = optionsOf(options, {});
  const steps = resolve(pathOf(given));
  const advance = (result) => {
    const { done, value } = steps.next(result);
    if (done) return callback(null, inEncoding(value, encoding));
    if (value === undefined) return nextTick(advance);
    run(value, (error, answer) => {
      if (error) callback(error);
      else advance(answer);
    });
  };
  nextTick(advance);
}

realpathSync.native = (given, options) => runSync(requests.realpath(given, options));
realpath.native = (given, options, callback) => {
  callback = callbackOf(typeof options === 'function' ? options : callback);
  run(requests.realpath(given, options), callback);
};

module.exports = { readdir, readdirPromise, readdirSync, realpath, realpathSync };
