// SPDX-License-Identifier: MIT
'use strict';

const percent = require('internal/url_percent');
const { parseHost } = require('internal/url_host');
const { percentEncode } = percent;

// A URL record is { scheme, username, password, host, port, path, opaque, query, fragment } where host is the
// serialized host or null, and path the serialized path: the list [a, b] is "/a/b", an opaque path its own text.

const schemePattern = /^[a-z][a-z0-9+.\-]*:/i;
const driveLetter = /^[a-z][:|]$/i;
const startsWithDriveLetter = /^[a-z][:|](?:[/\\?#]|$)/i;
const singleDot = /^(?:\.|%2e)$/i;
const doubleDot = /^(?:\.|%2e){2}$/i;

function defaultPort(scheme) {
  switch (scheme) {
    case 'http': case 'ws': return 80;
    case 'https': case 'wss': return 443;
    case 'ftp': return 21;
    default: return null;
  }
}

function isSpecial(scheme) {
  return scheme === 'file' || defaultPort(scheme) !== null;
}

function emptyRecord() {
  return {
    scheme: '', username: '', password: '', host: null, port: null,
    path: '', opaque: false, query: null, fragment: null,
  };
}

function stripTabsAndNewlines(input) {
  return /[\t\n\r]/.test(input) ? input.replace(/[\t\n\r]/g, '') : input;
}

/** Basic URL parser: gives the record of `text` (a USVString) against a base record or null; null on failure. */
function parse(text, base) {
  const input = stripTabsAndNewlines(text.replace(/^[\x00-\x20]+|[\x00-\x20]+$/g, ''));
  const url = emptyRecord();
  const match = schemePattern.exec(input);
  const ok = match === null
    ? parseWithoutScheme(url, input, base)
    : parseAfterScheme(url, match[0].slice(0, -1).toLowerCase(), input.slice(match[0].length), base);
  if (!ok) return null;
  // Serialized, nothing tells a missing path from an opaque one.
  if (url.path === '' && url.host === null) url.opaque = true;
  return url;
}

// Every function below consumes `rest` wholly and answers whether the URL is valid.

function parseAfterScheme(url, scheme, rest, base) {
  url.scheme = scheme;
  if (scheme === 'file') return parseFile(url, rest, base !== null && base.scheme === 'file' ? base : null);
  if (isSpecial(scheme)) {
    if (base !== null && base.scheme === scheme && !rest.startsWith('//')) return parseRelative(url, rest, base);
    return parseAuthority(url, rest.replace(/^[/\\]+/, ''));
  }
  if (rest.startsWith('//')) return parseAuthority(url, rest.slice(2));
  if (rest.startsWith('/')) return parsePathAndAfter(url, rest.slice(1));
  url.opaque = true;
  return parsePathAndAfter(url, rest);
}

function parseWithoutScheme(url, rest, base) {
  if (base === null) return false;
  if (base.opaque) {
    if (!rest.startsWith('#')) return false;
    Object.assign(url, base);
    setFragment(url, rest.slice(1));
    return true;
  }
  url.scheme = base.scheme;
  return base.scheme === 'file' ? parseFile(url, rest, base) : parseRelative(url, rest, base);
}

function copyAuthority(url, base) {
  url.username = base.username;
  url.password = base.password;
  url.host = base.host;
  url.port = base.port;
}

function isSlash(url, rest, index) {
  const character = rest[index];
  return character === '/' || (character === '\\' && isSpecial(url.scheme));
}

function parseRelative(url, rest, base) {
  if (isSlash(url, rest, 0)) {
    if (isSlash(url, rest, 1)) {
      return parseAuthority(url, isSpecial(url.scheme) ? rest.replace(/^[/\\]+/, '') : rest.slice(2));
    }
    copyAuthority(url, base);
    return parsePathAndAfter(url, rest.slice(1));
  }
  copyAuthority(url, base);
  url.path = base.path;
  url.query = base.query;
  return parseAfterBasePath(url, rest, true);
}

function parseAfterBasePath(url, rest, shorten) {
  if (rest === '') return true;
  if (rest[0] === '#') {
    setFragment(url, rest.slice(1));
    return true;
  }
  if (rest[0] === '?') return parseQueryAndAfter(url, rest);
  url.query = null;
  if (shorten) shortenPath(url);
  else url.path = '';
  return parsePathAndAfter(url, rest);
}

function parseAuthority(url, rest) {
  const end = rest.search(isSpecial(url.scheme) ? /[/\\?#]/ : /[/?#]/);
  const authority = end === -1 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf('@');
  if (at !== -1) {
    const credentials = authority.slice(0, at);
    const colon = credentials.indexOf(':');
    url.username = percentEncode(colon === -1 ? credentials : credentials.slice(0, colon), percent.userinfoSet);
    if (colon !== -1) url.password = percentEncode(credentials.slice(colon + 1), percent.userinfoSet);
    if (at === authority.length - 1) return false;
  }
  if (!parseHostAndPort(url, authority.slice(at + 1))) return false;
  return parsePathStart(url, end === -1 ? '' : rest.slice(end));
}

/** Index of the colon before the port, -1 when there is none. */
function portColon(hostAndPort) {
  const match = /^(?:\[[^\]]*(?:\]|$)|[^:[])*:/.exec(hostAndPort);
  return match === null ? -1 : match[0].length - 1;
}

function parseHostAndPort(url, text) {
  const colon = portColon(text);
  const hostText = colon === -1 ? text : text.slice(0, colon);
  if (hostText === '' && (colon !== -1 || isSpecial(url.scheme))) return false;
  const host = parseHost(hostText, !isSpecial(url.scheme));
  if (host === null) return false;
  url.host = host;
  if (colon === -1 || colon === text.length - 1) return true;
  const port = text.slice(colon + 1);
  return /^[0-9]+$/.test(port) && setPort(url, port);
}

function setPort(url, digits) {
  const port = Number(digits);
  if (port > 65535) return false;
  url.port = port === defaultPort(url.scheme) ? null : port;
  return true;
}

function parseFile(url, rest, base) {
  url.host = '';
  if (isSlash(url, rest, 0)) {
    if (isSlash(url, rest, 1)) return parseFileHost(url, rest.slice(2));
    const path = rest.slice(1);
    if (base !== null) {
      url.host = base.host;
      const drive = /^\/[a-z]:(?=\/|$)/i.exec(base.path);
      if (drive !== null && !startsWithDriveLetter.test(path)) url.path = drive[0];
    }
    return parsePathAndAfter(url, path);
  }
  if (base === null) return parsePathAndAfter(url, rest);
  url.host = base.host;
  url.path = base.path;
  url.query = base.query;
  return parseAfterBasePath(url, rest, !startsWithDriveLetter.test(rest));
}

function parseFileHost(url, rest) {
  const end = rest.search(/[/\\?#]/);
  const text = end === -1 ? rest : rest.slice(0, end);
  if (driveLetter.test(text)) return parsePathAndAfter(url, rest);
  return setFileHost(url, text) && parsePathStart(url, end === -1 ? '' : rest.slice(end));
}

function setFileHost(url, text) {
  const host = text === '' ? '' : parseHost(text, false);
  if (host === null) return false;
  url.host = host === 'localhost' ? '' : host;
  return true;
}

function parsePathStart(url, rest) {
  if (isSlash(url, rest, 0)) return parsePathAndAfter(url, rest.slice(1));
  if (!isSpecial(url.scheme) && (rest === '' || rest[0] === '?' || rest[0] === '#')) {
    return parseQueryAndAfter(url, rest);
  }
  return parsePathAndAfter(url, rest);
}

function parsePathAndAfter(url, rest) {
  const end = rest.search(/[?#]/);
  const text = end === -1 ? rest : rest.slice(0, end);
  if (url.opaque) url.path = percentEncode(text, percent.controlSet);
  else appendPath(url, text);
  return end === -1 || parseQueryAndAfter(url, rest.slice(end));
}

/** Appends the segments of `text`, which starts after its leading slash, resolving "." and "..". */
function appendPath(url, text) {
  const segments = text.split(isSpecial(url.scheme) ? /[/\\]/ : '/');
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i];
    const isLast = i === segments.length - 1;
    if (doubleDot.test(segment)) {
      // Beyond the standard, Node leaves the path of "foo:/.." empty.
      const staysEmpty = url.path === '' && !isSpecial(url.scheme);
      shortenPath(url);
      if (isLast && !staysEmpty) url.path += '/';
    } else if (singleDot.test(segment)) {
      if (isLast) url.path += '/';
    } else if (url.scheme === 'file' && url.path === '' && driveLetter.test(segment)) {
      url.path = `/${segment[0]}:`;
    } else {
      url.path += `/${percentEncode(segment, percent.pathSet)}`;
    }
  }
}

function shortenPath(url) {
  if (url.scheme === 'file' && /^\/[a-z]:$/i.test(url.path)) return;
  url.path = url.path.slice(0, Math.max(url.path.lastIndexOf('/'), 0));
}

function parseQueryAndAfter(url, rest) {
  const hash = rest.indexOf('#');
  const query = hash === -1 ? rest : rest.slice(0, hash);
  if (query !== '') setQuery(url, query.slice(1));
  if (hash !== -1) setFragment(url, rest.slice(hash + 1));
  return true;
}

function setQuery(url, text) {
  url.query = percentEncode(text, isSpecial(url.scheme) ? percent.specialQuerySet : percent.querySet);
}

function setFragment(url, text) {
  url.fragment = percentEncode(text, percent.fragmentSet);
}

module.exports = {
  appendPath,
  defaultPort,
  isSpecial,
  parse,
  portColon,
  setFileHost,
  setFragment,
  setPort,
  setQuery,
  stripTabsAndNewlines,
};
