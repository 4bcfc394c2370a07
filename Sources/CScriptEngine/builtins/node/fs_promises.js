// SPDX-License-Identifier: MIT
'use strict';

// node:fs/promises: each function is as many trips to the pool as Node's.

const { dataOf, lengthOf, optionsOf, pathOf } = require('internal/fs_arguments');
const { runPromise } = require('internal/fs_calls');
const { constants } = require('internal/fs_constants');
const { readdirPromise } = require('internal/fs_directories');
const { FileHandle, readContents, requireNoAbort, writeContents } = require('internal/fs_file_handle');
const { writeOptionsOf } = require('internal/fs_files');
const { promiseForms } = require('internal/fs_forms');
const removal = require('internal/fs_remove');
const { requests } = require('internal/fs_requests');

async function open(path, flags, mode) {
  return new FileHandle(await runPromise(requests.open(path, flags, mode)));
}

// Opens a file, works on it, and closes it whatever came of the work.
async function withFile(path, flags, mode, work) {
  const fd = await runPromise(requests.open(path, flags, mode));
  let result;
  try {
    result = await work(fd);
  } catch (error) {
    await runPromise(requests.close(fd));
    throw error;
  }
  await runPromise(requests.close(fd));
  return result;
}

async function readFile(path, options) {
  const given = optionsOf(options, { flag: 'r' });
  if (path instanceof FileHandle) return await path.readFile(given);
  requireNoAbort(given.signal);
  return await withFile(path, given.flag || 'r', 0o666, (fd) => readContents(fd, given));
}

function isIterable(data) {
  return typeof data === 'object' && data !== null && Boolean(data[Symbol.iterator] || data[Symbol.asyncIterator]);
}

async function writeFile(path, data, options) {
  const given = writeOptionsOf(options);
  const contents = ArrayBuffer.isView(data) || !isIterable(data) ? dataOf(data, given.encoding) : data;
  if (path instanceof FileHandle) return await path.writeFile(contents, given);
  requireNoAbort(given.signal);
  await withFile(path, given.flag, given.mode, async (fd) => {
    await writeContents(fd, contents, given);
    if (given.flush) await runPromise(requests.fsync(fd));
  });
}

async function appendFile(path, data, options) {
  return writeFile(path, data, writeOptionsOf(options, 'a'));
}

async function truncate(path, length) {
  await withFile(path, 'r+', undefined, (fd) => runPromise(requests.ftruncate(fd, lengthOf(length))));
}

async function realpath(path, options) {
  return await runPromise(requests.realpath(path, options));
}

async function rm(path, options) {
  const checked = pathOf(path);
  await new Promise((resolve, reject) => {
    removal.rm(checked, options, (error) => (error ? reject(error) : resolve()));
  });
}

async function rmdir(path, options) {
  const checked = pathOf(path);
  await new Promise((resolve, reject) => {
    removal.rmdir(checked, options, (error) => (error ? reject(error) : resolve()));
  });
}

module.exports = {
  ...promiseForms,
  open, readFile, writeFile, appendFile, truncate, readdir: readdirPromise, realpath, rm, rmdir, constants,
};
