// SPDX-License-Identifier: MIT
'use strict';

const { URL } = require('internal/url');
const { codes } = require('internal/errors');

// A legacy URL object has `auth` and `path` as well.
function isURLLike(value) {
  return Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
}

function windowsPath(url) {
  const { hostname, pathname } = url;
  if (/%2f|%5c/i.test(pathname)) {
    throw new codes.ERR_INVALID_FILE_URL_PATH('must not include encoded \\ or / characters');
  }
  const path = decodeURIComponent(pathname.replace(/\//g, '\\'));
  if (hostname !== '') return `\\\\${require('internal/url_domain').domainToUnicode(hostname)}${path}`;
  if (!/^\\[a-z]:/i.test(path)) throw new codes.ERR_INVALID_FILE_URL_PATH('must be absolute');
  return path.slice(1);
}

function posixPath(url) {
  if (url.hostname !== '') throw new codes.ERR_INVALID_FILE_URL_HOST('linux');
  if (/%2f/i.test(url.pathname)) throw new codes.ERR_INVALID_FILE_URL_PATH('must not include encoded / characters');
  return decodeURIComponent(url.pathname);
}

/** Turns a file: URL (text or object) into a path of this system, or of Windows when `options.windows`. */
function fileURLToPath(path, options = undefined) {
  const url = typeof path === 'string' ? new URL(path) : path;
  if (!isURLLike(url)) throw new codes.ERR_INVALID_ARG_TYPE('path', ['string', 'URL'], path);
  if (url.protocol !== 'file:') throw new codes.ERR_INVALID_URL_SCHEME('file');
  return options?.windows ? windowsPath(url) : posixPath(url);
}

// What the URL parser would take for syntax or drop, and what Node escapes beyond that.
const escapes = {
  '%': '%25', '\\': '%5C', '\n': '%0A', '\r': '%0D', '\t': '%09', '?': '%3F', '#': '%23',
  '[': '%5B', ']': '%5D', '^': '%5E', '|': '%7C', '~': '%7E',
};

function escapePath(path, pattern) {
  return path.replace(pattern, (character) => escapes[character]);
}

function uncURL(path, address) {
  const hostEnd = address.indexOf('\\');
  if (hostEnd === -1) throw new codes.ERR_INVALID_ARG_VALUE('path', path, 'Missing UNC resource path');
  if (hostEnd === 0) throw new codes.ERR_INVALID_ARG_VALUE('path', path, 'Empty UNC servername');
  const resource = escapePath(address.slice(hostEnd), /[%\n\r\t?#[\]^|~]/g).replace(/\\/g, '/');
  const url = new URL('file://');
  url.hostname = require('internal/url_domain').domainToASCII(address.slice(0, hostEnd)) ?? '';
  url.pathname = resource;
  return url;
}

/** Turns a path of this system, or of Windows when `options.windows`, into a file: URL. */
function pathToFileURL(path, options = undefined) {
  const windows = Boolean(options?.windows);
  require('internal/validators').validateString(path, 'path');
  if (windows && path.startsWith('\\\\')) {
    const extended = path.startsWith('\\\\?\\UNC\\');
    if (extended || !path.startsWith('\\\\?\\')) return uncURL(path, path.slice(extended ? 8 : 2));
  }
  const paths = require(windows ? 'node:path/win32' : 'node:path/posix');
  let resolved = paths.resolve(windows && path.startsWith('\\\\?\\') ? path.slice(4) : path);
  // Resolving drops a final separator, which a URL needs to be a directory.
  const last = path[path.length - 1];
  if ((last === '/' || (windows && last === '\\')) && !resolved.endsWith('/')) resolved += '/';
  const escaped = escapePath(resolved, windows ? /[%\n\r\t?#[\]^|~]/g : /[%\\\n\r\t?#[\]^|~]/g);
  return new URL(`file://${windows ? `/${escaped.replace(/\\/g, '/')}` : escaped}`);
}

/** The options of an HTTP request for a URL object. */
function urlToHttpOptions(url) {
  const { hostname, pathname, port, username, password, search } = url;
  const options = {
    __proto__: null,
    ...url,
    protocol: url.protocol,
    hostname: hostname && hostname[0] === '[' ? hostname.slice(1, -1) : hostname,
    hash: url.hash,
    search,
    pathname,
    path: `${pathname || ''}${search || ''}`,
    href: url.href,
  };
  if (port !== '') options.port = Number(port);
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

module.exports = { fileURLToPath, pathToFileURL, urlToHttpOptions };
