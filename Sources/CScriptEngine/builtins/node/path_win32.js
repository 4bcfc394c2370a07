// SPDX-License-Identifier: MIT
'use strict';

const { validateString } = require('internal/validators');
const parts = require('internal/path_parts');
const posix = require('node:path/posix');

const isSeparator = (character) => character === '/' || character === '\\';
const separators = /[/\\]/;
const drive = /^[a-z]:/i;
const uncRoot = /^[/\\]{2}([^/\\]+)[/\\]+([^/\\]+)/;
const reservedName = /^(?:con|prn|aux|nul|(?:com|lpt)[1-9¹²³])$/i;

/** Splits off what comes before the segments: a drive, a network share, a device or a separator. */
function splitRoot(path) {
  if (isSeparator(path[0])) {
    const unc = uncRoot.exec(path);
    if (unc === null) return { device: '', end: isSeparator(path[1]) ? 0 : 1, isAbsolute: true };
    if (unc[1] === '.' || unc[1] === '?') return { device: `\\\\${unc[1]}`, end: 4, isAbsolute: true };
    return { device: `\\\\${unc[1]}\\${unc[2]}`, end: unc[0].length, isAbsolute: true, isUNC: true };
  }
  if (!drive.test(path)) return { device: '', end: 0, isAbsolute: false };
  const isAbsolute = isSeparator(path[2]);
  return { device: path.slice(0, 2), end: isAbsolute ? 3 : 2, isAbsolute };
}

// Without a colon this drops the last character, as Node does: "CONx" is taken for "CON".
function isReserved(path) {
  return reservedName.test(path.slice(0, path.indexOf(':')));
}

function splitRootOrReservedName(path) {
  const root = splitRoot(path);
  if (root.device !== '' || root.isAbsolute || !isReserved(path)) return root;
  const end = path.indexOf(':') + 1;
  return { device: path.slice(0, end), end, isAbsolute: false };
}

function normalizeTail(text, isAbsolute) {
  return parts.normalizeSegments(text.split(separators), !isAbsolute).join('\\');
}

function cwdOf(device) {
  const directory = binding.cwd();
  if (device === '') return directory;
  const onDrive = directory.slice(0, 2).toLowerCase() === device.toLowerCase() || directory[2] !== '\\';
  return onDrive ? directory : `${device}\\`;
}

function rootLength(path) {
  const unc = uncRoot.exec(path);
  if (unc !== null) return unc[0].length === path.length ? path.length : unc[0].length + 1;
  if (isSeparator(path[0])) return 1;
  if (!drive.test(path)) return 0;
  return isSeparator(path[2]) ? 3 : 2;
}

function mayReadAsDevice(path, tail, device, isAbsolute) {
  const colon = path.indexOf(':');
  if (!isAbsolute && device === '' && colon !== -1) {
    if (drive.test(tail) || /:(?:[/\\]|$)/.test(path)) return true;
  }
  return isReserved(path);
}

const win32 = {
  /** The absolute path the arguments lead to from the current directory. */
  resolve(...args) {
    let device = '';
    let tail = '';
    let isAbsolute = false;
    for (let i = args.length - 1; i >= -1; i--) {
      let path;
      if (i >= 0) {
        path = args[i];
        validateString(path, `paths[${i}]`);
        if (path === '') continue;
      } else {
        path = cwdOf(device);
      }
      const root = splitRoot(path);
      if (root.device !== '') {
        // A path on another drive says nothing about this one.
        if (device !== '' && root.device.toLowerCase() !== device.toLowerCase()) continue;
        if (device === '') device = root.device;
      }
      if (!isAbsolute) {
        tail = `${path.slice(root.end)}\\${tail}`;
        isAbsolute = root.isAbsolute;
      }
      if (isAbsolute && device !== '') break;
    }
    const resolved = normalizeTail(tail, isAbsolute);
    return isAbsolute ? `${device}\\${resolved}` : `${device}${resolved}` || '.';
  },

  /** The path without ".", "a\\.." and doubled separators. */
  normalize(path) {
    validateString(path, 'path');
    if (path === '') return '.';
    if (path.length === 1) return path === '/' ? '\\' : path;
    const { device, end, isAbsolute, isUNC } = splitRootOrReservedName(path);
    if (isUNC && end === path.length) return `${device}\\`;
    let tail = normalizeTail(path.slice(end), isAbsolute);
    if (tail === '' && !isAbsolute) tail = '.';
    if (tail !== '' && isSeparator(path[path.length - 1])) tail += '\\';
    if (mayReadAsDevice(path, tail, device, isAbsolute)) return `.\\${device}${tail}`;
    return `${device}${isAbsolute ? '\\' : ''}${tail}`;
  },

  /** Whether the path starts at a root, that of a drive, a share or the current drive. */
  isAbsolute(path) {
    validateString(path, 'path');
    return isSeparator(path[0]) || (drive.test(path) && isSeparator(path[2]));
  },

  /** The arguments joined by separators, normalized. */
  join(...args) {
    const given = [];
    for (const arg of args) {
      validateString(arg, 'path');
      if (arg !== '') given.push(arg);
    }
    if (given.length === 0) return '.';
    const joined = given.join('\\');
    // Two separators make a network share only when the first argument has them, followed by a name.
    if (/^[/\\]{2}[^/\\]/.test(given[0])) return win32.normalize(joined);
    return win32.normalize(joined.replace(/^[/\\]{2,}/, '\\'));
  },

  /** The path that leads from one path to another, comparing without case. */
  relative(from, to) {
    validateString(from, 'from');
    validateString(to, 'to');
    if (from === to) return '';
    const start = win32.resolve(from);
    const target = win32.resolve(to);
    if (start.toLowerCase() === target.toLowerCase()) return '';
    const segments = (path) => path.split('\\').filter((segment) => segment !== '');
    const startSegments = segments(start);
    const targetSegments = segments(target);
    const same = (a, b) => a.toLowerCase() === b.toLowerCase();
    const bothHaveSegments = startSegments.length > 0 && targetSegments.length > 0;
    if (bothHaveSegments && !same(startSegments[0], targetSegments[0])) return target;
    return parts.relativeSegments(startSegments, targetSegments, same).join('\\');
  },

  /** The path in the form that lifts Windows' limit of 260 characters. */
  toNamespacedPath(path) {
    if (typeof path !== 'string' || path === '') return path;
    const resolved = win32.resolve(path);
    if (resolved.length <= 2) return path;
    if (resolved.startsWith('\\\\')) {
      return resolved[2] === '?' || resolved[2] === '.' ? resolved : `\\\\?\\UNC\\${resolved.slice(2)}`;
    }
    return /^[a-z]:\\/i.test(resolved) ? `\\\\?\\${resolved}` : resolved;
  },

  /** The path without its last segment. */
  dirname(path) {
    validateString(path, 'path');
    if (path === '') return '.';
    const rootEnd = rootLength(path);
    if (rootEnd === path.length) return path;
    const { begin } = parts.lastSegment(path, rootEnd, isSeparator);
    if (begin > rootEnd) return path.slice(0, begin - 1);
    return rootEnd === 0 ? '.' : path.slice(0, rootEnd);
  },

  /** The last segment of the path, without `suffix`. */
  basename(path, suffix) {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    const start = drive.test(path) ? 2 : 0;
    const { begin, end } = parts.lastSegment(path, start, isSeparator);
    return parts.withoutSuffix(path, start, path.slice(begin, end), suffix);
  },

  /** The extension of the last segment, from its last dot on. */
  extname(path) {
    validateString(path, 'path');
    const { begin, end } = parts.lastSegment(path, drive.test(path) ? 2 : 0, isSeparator);
    const base = path.slice(begin, end);
    return base.slice(parts.extensionIndex(base));
  },

  /** The path made of an object such as `parse` gives. */
  format: parts.formatParts.bind(null, '\\'),

  /** The root, directory, base name, extension and name of the path. */
  parse(path) {
    validateString(path, 'path');
    return parts.parseParts(path, rootLength(path), isSeparator);
  },

  sep: '\\',
  delimiter: ';',
  win32: null,
  posix,
};

win32.win32 = win32;
win32._makeLong = win32.toNamespacedPath;

module.exports = win32;
