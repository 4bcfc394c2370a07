// SPDX-License-Identifier: MIT
'use strict';

// What each function of node:fs asks for: from a caller's arguments to a request for internal/fs_calls.

const {
  descriptorOf, flagsOf, lengthOf, modeOf, optionsOf, pathOf, secondsOf, smallModeOf,
} = require('internal/fs_arguments');
const { decode } = require('internal/fs_contents');
const { Dirent, statsOf } = require('internal/fs_stats');
const { validateBoolean } = require('internal/validators');
const { codes } = require('internal/errors');

// The host makes names of UTF-8 itself; any other encoding starts from bytes.
function isPlain(encoding) {
  return !encoding || encoding === 'utf8' || encoding === 'utf-8';
}

function named(encoding) {
  if (isPlain(encoding)) return { asBytes: false, convert: undefined };
  return { asBytes: true, convert: (bytes) => bytes && decode(bytes, encoding) };
}

function onDescriptor(name, fd, operands = [], syscall = name) {
  return { name, syscall, operands: [descriptorOf(fd), ...operands] };
}

function onPath(name, path, operands = [], syscall = name) {
  const checked = pathOf(path);
  return { name, syscall, path: checked, operands: [checked, ...operands] };
}

function onPaths(name, path, dest, names, syscall = name, last = []) {
  const from = pathOf(path, names[0]);
  const to = pathOf(dest, names[1]);
  return { name, syscall, path: from, dest: to, operands: [from, to, ...last] };
}

function stat(name, request, options) {
  const isBigInt = Boolean((options === undefined ? {} : options).bigint);
  return { ...request, name, convert: (numbers) => statsOf(numbers, isBigInt) };
}

function times(name, path, atime, mtime) {
  const checked = pathOf(path);
  const operands = [checked, secondsOf(atime), secondsOf(mtime)];
  return { name, syscall: name === 'utimes' ? 'utime' : 'lutime', path: checked, operands };
}

/** Names, or Dirents, of the host's pairs of name and type. */
function entriesOf(pairs, path, { encoding, withFileTypes }) {
  const entries = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const name = isPlain(encoding) ? pairs[i] : decode(pairs[i], encoding);
    entries.push(withFileTypes ? new Dirent(name, pairs[i + 1], path) : name);
  }
  return entries;
}

function mkdir(path, options) {
  let mode;
  let recursive = false;
  if (typeof options === 'number' || typeof options === 'string') {
    mode = modeOf(options, 'mode');
  } else if (options) {
    if (options.recursive !== undefined) recursive = options.recursive;
    if (options.mode !== undefined) mode = modeOf(options.mode, 'mode');
  }
  const checked = pathOf(path);
  validateBoolean(recursive, 'options.recursive');
  const operands = [checked, mode ?? 0o777];
  return { name: recursive ? 'mkdirs' : 'mkdir', syscall: 'mkdir', path: checked, operands };
}

function mkdtemp(prefix, options) {
  const { encoding } = optionsOf(options, {});
  const checked = pathOf(prefix, 'prefix');
  const template = typeof checked === 'string' ? `${checked}XXXXXX` : appendX(checked);
  return { name: 'mkdtemp', syscall: 'mkdtemp', path: template, operands: [template], ...named(encoding) };
}

function appendX(bytes) {
  const template = new Uint8Array(bytes.length + 6).fill(0x58);
  template.set(bytes);
  return template;
}

const linkTypes = ['dir', 'file', 'junction'];

function symlink(target, path, type) {
  if (type !== undefined && type !== null && !linkTypes.includes(type)) {
    throw new codes.ERR_FS_INVALID_SYMLINK_TYPE(type);
  }
  return onPaths('symlink', target, path, ['target', 'path']);
}

/** Requests by the functions' names. */
const requests = {
  __proto__: null,
  access: (path, mode) => onPath('access', path, [smallModeOf(mode)]),
  chmod: (path, mode) => onPath('chmod', path, [modeOf(mode, 'mode')]),
  close: (fd) => onDescriptor('close', fd),
  copyFile: (src, dest, mode) => {
    const request = onPaths('copyFile', src, dest, ['src', 'dest'], 'copyfile');
    request.operands.push((smallModeOf(mode) & 1) !== 0);
    return request;
  },
  fchmod: (fd, mode) => onDescriptor('fchmod', fd, [modeOf(mode, 'mode')]),
  fdatasync: (fd) => onDescriptor('fdatasync', fd),
  fstat: (fd, options) => stat('fstat', onDescriptor('fstat', fd), options),
  fsync: (fd) => onDescriptor('fsync', fd),
  ftruncate: (fd, length) => onDescriptor('ftruncate', fd, [lengthOf(length)]),
  futimes: (fd, atime, mtime) => onDescriptor('futimes', fd, [secondsOf(atime), secondsOf(mtime)], 'futime'),
  link: (existingPath, newPath) => onPaths('link', existingPath, newPath, ['existingPath', 'newPath']),
  lstat: (path, options) => stat('lstat', onPath('lstat', path), options),
  lutimes: (path, atime, mtime) => times('lutimes', path, atime, mtime),
  mkdir,
  mkdtemp,
  open: (path, flags, mode) => onPath('open', path, [flagsOf(flags), modeOf(mode, 'mode', 0o666)]),
  readdir: (path, options) => {
    const checked = pathOf(path);
    return {
      name: 'readdir', syscall: 'scandir', path: checked, operands: [checked, Boolean(options.withFileTypes)],
      asBytes: !isPlain(options.encoding), convert: (pairs) => entriesOf(pairs, checked, options),
    };
  },
  readlink: (path, options) => ({ ...onPath('readlink', path), ...named(optionsOf(options, {}).encoding) }),
  realpath: (path, options) => ({ ...onPath('realpath', path), ...named(optionsOf(options, {}).encoding) }),
  rename: (oldPath, newPath) => onPaths('rename', oldPath, newPath, ['oldPath', 'newPath']),
  rmdir: (path) => onPath('rmdir', path),
  stat: (path, options) => stat('stat', onPath('stat', path), options),
  symlink,
  unlink: (path) => onPath('unlink', path),
  utimes: (path, atime, mtime) => times('utimes', path, atime, mtime),

  /** Reads into a view; the result is how many bytes came. */
  read: (fd, view, offset, length, position) => ({
    ...onDescriptor('read', fd, [length, position]),
    convert: (bytes) => require('internal/fs_contents').copyInto(view, offset, bytes),
  }),
  /** Reads bytes as they are. */
  readBytes: (fd, length, position = null) => onDescriptor('read', fd, [length, position]),
  /** Writes bytes; the result is how many were taken. */
  write: (fd, bytes, position) => onDescriptor('write', fd, [bytes, position]),
};

module.exports = { entriesOf, requests };
