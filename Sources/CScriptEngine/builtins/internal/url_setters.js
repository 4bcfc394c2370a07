// SPDX-License-Identifier: MIT
'use strict';

const parser = require('internal/url_parser');
const { parseHost } = require('internal/url_host');
const { percentEncode, userinfoSet } = require('internal/url_percent');
const { isSpecial, stripTabsAndNewlines } = parser;

// The API setters of the URL Standard, section 6.1, on URL records: each applies the basic URL parser with a state
// override, which means that a value that does not fit leaves the record as it was. Values are USVStrings.

function cannotHaveCredentials(url) {
  return url.host === null || url.host === '' || url.scheme === 'file';
}

function hasCredentials(url) {
  return url.username !== '' || url.password !== '';
}

/** Changes the scheme, between special schemes or between non-special ones only. */
function setProtocol(url, value) {
  const match = /^([a-z][a-z0-9+.\-]*):/i.exec(`${stripTabsAndNewlines(value)}:`);
  if (match === null) return;
  const scheme = match[1].toLowerCase();
  if (isSpecial(url.scheme) !== isSpecial(scheme)) return;
  if (scheme === 'file' && (hasCredentials(url) || url.port !== null)) return;
  if (url.scheme === 'file' && url.host === '') return;
  url.scheme = scheme;
  if (url.port === parser.defaultPort(scheme)) url.port = null;
}

/** Changes the user name of a URL that has a host. */
function setUsername(url, value) {
  if (!cannotHaveCredentials(url)) url.username = percentEncode(value, userinfoSet);
}

/** Changes the password of a URL that has a host. */
function setPassword(url, value) {
  if (!cannotHaveCredentials(url)) url.password = percentEncode(value, userinfoSet);
}

/** Changes the host, and the port too when the value has one. */
function setHost(url, value) {
  replaceHost(url, value, true);
}

/** Changes the host only; a value with a port is refused. */
function setHostname(url, value) {
  replaceHost(url, value, false);
}

function replaceHost(url, value, withPort) {
  if (url.opaque) return;
  const rest = stripTabsAndNewlines(value);
  const end = rest.search(isSpecial(url.scheme) ? /[/\\?#]/ : /[/?#]/);
  const text = end === -1 ? rest : rest.slice(0, end);
  if (url.scheme === 'file') {
    parser.setFileHost(url, text);
    return;
  }
  const colon = parser.portColon(text);
  const hostText = colon === -1 ? text : text.slice(0, colon);
  if (colon !== -1 && (!withPort || hostText === '')) return;
  const mayBeEmpty = url.host !== null && !isSpecial(url.scheme) && !hasCredentials(url) && url.port === null;
  if (hostText === '' && !mayBeEmpty) return;
  const host = parseHost(hostText, !isSpecial(url.scheme));
  if (host === null) return;
  // Node does this before it changes the host: one that was empty leaves no place for a port.
  if (colon !== -1 && colon < rest.length - 1) setPort(url, rest.slice(colon + 1));
  url.host = host;
}

function setLeadingDigitsAsPort(url, text) {
  const digits = /^[0-9]+/.exec(text);
  if (digits !== null) parser.setPort(url, digits[0]);
}

/** Changes the port; the empty string takes it away. */
function setPort(url, value) {
  if (cannotHaveCredentials(url)) return;
  const text = stripTabsAndNewlines(value);
  if (/^[0-9]/.test(text)) setLeadingDigitsAsPort(url, text);
  // Beyond the standard, Node takes the port away for text with a digit further on.
  else if (text === '' || /^[^\x00-\x20-].*[0-9]/s.test(text)) url.port = null;
}

/** Changes the path of a URL whose path is not opaque. */
function setPathname(url, value) {
  if (url.opaque) return;
  const text = stripTabsAndNewlines(value);
  url.path = '';
  if (text === '' && !isSpecial(url.scheme)) {
    if (url.host === null) url.path = '/';
    return;
  }
  const startsWithSlash = text[0] === '/' || (text[0] === '\\' && isSpecial(url.scheme));
  parser.appendPath(url, startsWithSlash ? text.slice(1) : text);
}

/** Changes the query; the empty string takes it away. */
function setSearch(url, value) {
  if (value === '') url.query = null;
  else parser.setQuery(url, stripTabsAndNewlines(value[0] === '?' ? value.slice(1) : value));
  stripTrailingSpaces(url);
}

/** Changes the fragment; the empty string takes it away. */
function setHash(url, value) {
  if (value === '') url.fragment = null;
  else parser.setFragment(url, stripTabsAndNewlines(value[0] === '#' ? value.slice(1) : value));
  stripTrailingSpaces(url);
}

// Spaces at the end of an opaque path would be lost by parsing the serialized URL again.
function stripTrailingSpaces(url) {
  if (url.opaque && url.query === null && url.fragment === null) url.path = url.path.replace(/ +$/, '');
}

module.exports = {
  setHash, setHost, setHostname, setPassword, setPathname, setPort, setProtocol, setSearch, setUsername,
};
