// SPDX-License-Identifier: MIT
'use strict';

// What is known about a file: Stats, BigIntStats and Dirent.

const { constants } = require('internal/fs_constants');

const { round } = Math;
const { S_IFMT, S_IFBLK, S_IFCHR, S_IFDIR, S_IFIFO, S_IFLNK, S_IFREG, S_IFSOCK } = constants;
const typesByMethod = {
  isDirectory: [S_IFDIR, constants.UV_DIRENT_DIR],
  isFile: [S_IFREG, constants.UV_DIRENT_FILE],
  isBlockDevice: [S_IFBLK, constants.UV_DIRENT_BLOCK],
  isCharacterDevice: [S_IFCHR, constants.UV_DIRENT_CHAR],
  isSymbolicLink: [S_IFLNK, constants.UV_DIRENT_LINK],
  isFIFO: [S_IFIFO, constants.UV_DIRENT_FIFO],
  isSocket: [S_IFSOCK, constants.UV_DIRENT_SOCKET],
};
const fields = ['dev', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'size', 'blocks'];
const times = ['atime', 'mtime', 'ctime', 'birthtime'];

function StatsBase() {}

function Stats() {}
Object.setPrototypeOf(Stats.prototype, StatsBase.prototype);
Object.setPrototypeOf(Stats, StatsBase);

function BigIntStats() {}
Object.setPrototypeOf(BigIntStats.prototype, StatsBase.prototype);
Object.setPrototypeOf(BigIntStats, StatsBase);

const kType = Symbol('type');

/** An entry of a directory. */
class Dirent {
  constructor(name, type, path) {
    this.name = name;
    this.parentPath = path;
    this.path = path;
    this[kType] = type;
  }
}

function defineMethod(target, name, value) {
  const enumerable = target !== Dirent.prototype;
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable });
}

for (const { 0: name, 1: [format, type] } of Object.entries(typesByMethod)) {
  defineMethod(StatsBase.prototype, name, function() {
    return (Number(this.mode) & S_IFMT) === format;
  });
  defineMethod(Dirent.prototype, name, function() {
    return this[kType] === type;
  });
}

function dateOf(milliseconds) {
  return new Date(round(Number(milliseconds)));
}

/** Stats from the host's numbers: ten fields, then seconds and nanoseconds of each time. */
function statsOf(numbers, isBigInt) {
  const stats = isBigInt ? new BigIntStats() : new Stats();
  for (let i = 0; i < fields.length; i++) stats[fields[i]] = isBigInt ? BigInt(numbers[i]) : numbers[i];
  const nanoseconds = [];
  for (let i = 0; i < times.length; i++) {
    const { [10 + 2 * i]: seconds, [11 + 2 * i]: rest } = numbers;
    if (isBigInt) nanoseconds.push(BigInt(seconds) * 1_000_000_000n + BigInt(rest));
    stats[`${times[i]}Ms`] = isBigInt ? nanoseconds[i] / 1_000_000n : seconds * 1000 + rest / 1_000_000;
  }
  for (let i = 0; i < nanoseconds.length; i++) stats[`${times[i]}Ns`] = nanoseconds[i];
  for (let i = 0; i < times.length; i++) stats[times[i]] = dateOf(stats[`${times[i]}Ms`]);
  return stats;
}

module.exports = { BigIntStats, Dirent, Stats, statsOf };
