// SPDX-License-Identifier: MIT
'use strict';

// The parser of node:url from before the URL Standard: it takes relative references and never fails on them.

const { isSpecial } = require('internal/url_parser');

const escapedCharacters = /[\t\n\r "'<>\\^`{|}]/g;
const authority = /^[^\/?#]*/;
const validHostname = /^[^:]*/;
const simplePath = /^(\/\/?(?!\/)[^?\s]*)(\?\S*)?$/;
const hostEnd = /[\t\n\r "%';<>\\^`{|}]/;

function validators() {
  return require('internal/validators');
}

function isSlashed(protocol) {
  const scheme = protocol.replace(/:$/, '');
  return isSpecial(scheme) || scheme === 'gopher';
}

function escapeCharacter(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function parseQuery(text) {
  const query = { __proto__: null };
  const { URLSearchParams } = require('internal/url');
  for (const [name, value] of new URLSearchParams(`&${text}`)) {
    if (query[name] === undefined) query[name] = value;
    else query[name] = [].concat(query[name], value);
  }
  return query;
}

function stringifyQuery(query) {
  const pairs = [];
  for (const name of Object.keys(query)) {
    for (const value of [].concat(query[name])) {
      const isText = ['string', 'boolean', 'bigint'].includes(typeof value) || Number.isFinite(value);
      pairs.push(`${encodeURIComponent(name)}=${isText ? encodeURIComponent(value) : ''}`);
    }
  }
  return pairs.join('&');
}

/** The parts of a URL as the legacy API names them. */
function Url() {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

function normalizeInput(url) {
  const trimmed = url.replace(/^[\s\ufeff]+|[\s\ufeff]+$/g, '');
  const query = trimmed.search(/[?#]/);
  return query === -1
    ? trimmed.replace(/\\/g, '/') : trimmed.slice(0, query).replace(/\\/g, '/') + trimmed.slice(query);
}

function takeHost(url, rest, original) {
  let text = authority.exec(rest)[0];
  const at = text.lastIndexOf('@');
  if (at !== -1) url.auth = decodeURIComponent(text.slice(0, at));
  let host = text.slice(at + 1);
  const end = host.search(hostEnd);
  if (end !== -1) {
    host = host.slice(0, end);
    text = text.slice(0, at + 1 + end);
  }
  const port = /:([0-9]*)$/.exec(host);
  if (port !== null) {
    if (port[1] !== '') url.port = port[1];
    host = host.slice(0, port.index);
  }
  const isIPv6 = /^\[.*\]$/.test(host);
  let cutOff = '';
  if (!isIPv6) {
    // What cannot be in a host name starts the path.
    cutOff = host.replace(validHostname, '');
    host = validHostname.exec(host)[0];
    if (cutOff !== '') cutOff = `/${cutOff}`;
  }
  url.hostname = host.toLowerCase();
  if (!isIPv6 && /[^\x00-\x7f]/.test(url.hostname)) {
    const ascii = require('internal/url_domain').domainToASCII(url.hostname);
    if (ascii === null) throw new (require('internal/errors').codes.ERR_INVALID_URL)(original);
    url.hostname = ascii;
  }
  url.host = url.hostname + (url.port === null ? '' : `:${url.port}`);
  if (isIPv6) url.hostname = url.hostname.slice(1, -1);
  return cutOff + rest.slice(text.length);
}

function takeTail(url, rest, wantsQuery) {
  const hash = rest.indexOf('#');
  const beforeHash = hash === -1 ? rest : rest.slice(0, hash);
  if (hash !== -1) url.hash = rest.slice(hash);
  const question = beforeHash.indexOf('?');
  if (question !== -1) {
    url.search = beforeHash.slice(question);
    url.query = url.search.slice(1);
    if (wantsQuery) url.query = parseQuery(url.query);
  } else if (wantsQuery) {
    url.query = { __proto__: null };
  }
  const pathname = question === -1 ? beforeHash : beforeHash.slice(0, question);
  if (pathname !== '') url.pathname = pathname;
}

function parse(url, parseQueryString = false, slashesDenoteHost = false) {
  if (url instanceof Url) return url;
  validators().validateString(url, 'url');
  const result = new Url();
  let rest = normalizeInput(url);
  if (!slashesDenoteHost && !/[#@]/.test(url) && simplePath.test(rest)) {
    // Node takes the short way for a plain path and escapes nothing in it.
    takeTail(result, rest, parseQueryString);
    return finish(result);
  }
  const match = /^[a-z0-9.+-]+:/i.exec(rest);
  if (match !== null) {
    result.protocol = match[0].toLowerCase();
    rest = rest.slice(match[0].length);
  }
  const isHostless = result.protocol === 'javascript:';
  const mayHaveHost = slashesDenoteHost || match !== null || /^\/\/[^@/]+@[^@/]+/.test(rest);
  const hasSlashes = mayHaveHost && rest.startsWith('//') && !isHostless;
  if (hasSlashes) {
    rest = rest.slice(2);
    result.slashes = true;
  }
  const hasHost = hasSlashes || (match !== null && !isSlashed(result.protocol));
  if (hasHost && !isHostless) rest = takeHost(result, rest, url);
  takeTail(result, rest.replace(escapedCharacters, escapeCharacter), parseQueryString);
  if (result.protocol !== null && isSlashed(result.protocol) && result.hostname && result.pathname === null) {
    result.pathname = '/';
  }
  return finish(result);
}

function hostOf(parts) {
  const auth = parts.auth ? `${encodeURIComponent(parts.auth).replace(/%3A/gi, ':')}@` : '';
  if (parts.host) return auth + parts.host;
  if (!parts.hostname) return '';
  const isBareIPv6 = parts.hostname.includes(':') && !/^\[.*\]$/.test(parts.hostname);
  return `${auth}${isBareIPv6 ? `[${parts.hostname}]` : parts.hostname}${parts.port ? `:${parts.port}` : ''}`;
}

function formatParts(parts) {
  let protocol = parts.protocol || '';
  if (protocol !== '' && !protocol.endsWith(':')) protocol += ':';
  let host = hostOf(parts);
  let pathname = (parts.pathname || '').replace(/[#?]/g, escapeCharacter);
  if (parts.slashes || (protocol !== '' && isSlashed(protocol))) {
    if (parts.slashes || host !== '') {
      if (pathname !== '' && pathname[0] !== '/') pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (protocol === 'file:') {
      host = '//';
    }
  }
  const query = typeof parts.query === 'object' && parts.query !== null ? stringifyQuery(parts.query) : '';
  let search = parts.search || (query && `?${query}`) || '';
  if (search !== '' && search[0] !== '?') search = `?${search}`;
  let hash = parts.hash || '';
  if (hash !== '' && hash[0] !== '#') hash = `#${hash}`;
  return `${protocol}${host}${pathname}${search.replace(/#/g, '%23')}${hash}`;
}

function formatStandardURL(url, options) {
  if (options !== undefined && options !== null) validators().validateObject(options, 'options');
  const { fragment = true, unicode = false, search = true, auth = true } = options ?? {};
  const { URL } = require('internal/url');
  const copy = new URL(url.href);
  if (!fragment) copy.hash = '';
  if (!search) copy.search = '';
  if (!auth) {
    copy.username = '';
    copy.password = '';
  }
  if (!unicode) return copy.href;
  return copy.href.replace(copy.hostname, require('internal/url_domain').domainToUnicode(copy.hostname));
}

function format(urlObject, options) {
  if (typeof urlObject === 'string') return formatParts(parse(urlObject));
  if (typeof urlObject !== 'object' || urlObject === null) {
    throw new (require('internal/errors').codes.ERR_INVALID_ARG_TYPE)('urlObject', ['Object', 'string'], urlObject);
  }
  if (urlObject instanceof require('internal/url').URL) return formatStandardURL(urlObject, options);
  return formatParts(urlObject);
}

function finish(url) {
  url.path = url.pathname !== null || url.search !== null ? `${url.pathname ?? ''}${url.search ?? ''}` : null;
  url.href = formatParts(url);
  return url;
}

/** Resolves "." and ".." in a path; what leads above the start is dropped, or kept when the path is relative. */
function removeDots(pathname, isAbsolute) {
  const segments = pathname.split('/');
  const last = segments[segments.length - 1];
  const isDirectory = last === '.' || last === '..' || last === '';
  const output = [];
  for (const segment of segments[0] === '' ? segments.slice(1) : segments) {
    if (segment === '.') continue;
    if (segment !== '..') output.push(segment);
    else if (output.length > 0 && output[output.length - 1] !== '..') output.pop();
    else if (!isAbsolute) output.push('..');
  }
  if (isDirectory && last !== '' && output.length > 0) output.push('');
  const joined = output.join('/');
  return isAbsolute ? `/${joined}` : joined;
}

function resolveObject(source, relative) {
  const base = parse(source, false, true);
  const target = parse(relative, false, true);
  const result = Object.assign(new Url(), base, { hash: target.hash });
  if (target.href === '') return finish(result);
  if (target.protocol !== null && target.protocol !== base.protocol) return target;
  if (target.slashes || target.host) {
    Object.assign(result, target, { protocol: base.protocol });
    if (result.pathname === null && result.protocol !== null && isSlashed(result.protocol)) result.pathname = '/';
    else if (result.pathname !== null) result.pathname = removeDots(result.pathname, true);
    return finish(result);
  }
  if (target.pathname === null) {
    if (target.search === null) return finish(result);
    result.search = target.search;
    result.query = target.query;
    return finish(result);
  }
  const isAbsolute = target.pathname[0] === '/' || (base.pathname ?? '')[0] === '/' || Boolean(base.host);
  const directory = target.pathname[0] === '/' ? '' : (base.pathname ?? '').replace(/[^/]*$/, '');
  result.pathname = removeDots(directory + target.pathname, isAbsolute) || null;
  result.search = target.search;
  result.query = target.query;
  return finish(result);
}

Url.prototype.parse = function(url, parseQueryString, slashesDenoteHost) {
  return Object.assign(this, parse(url, parseQueryString, slashesDenoteHost));
};
Url.prototype.format = function() {
  return formatParts(this);
};
Url.prototype.resolve = function(relative) {
  return resolveObject(this, relative).href;
};
Url.prototype.resolveObject = function(relative) {
  return resolveObject(this, relative);
};

module.exports = { Url, format, parse, resolveObject };
