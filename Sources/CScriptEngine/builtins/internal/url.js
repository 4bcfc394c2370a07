// SPDX-License-Identifier: MIT
'use strict';

const { parse } = require('internal/url_parser');
const { toUSVString } = require('internal/url_percent');
const { URLSearchParams, link, refill } = require('internal/url_search_params');
const { hostAndPort, originOf, serialize } = require('internal/url_serializer');

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

function parseText(input, base) {
  let baseRecord = null;
  if (base !== undefined) {
    baseRecord = parse(base, null);
    if (baseRecord === null) return null;
  }
  return parse(input, baseRecord);
}

function invalidURL(input, base) {
  // Node throws this one from native code: it has the code, but not in its name.
  const error = new TypeError('Invalid URL');
  error.code = 'ERR_INVALID_URL';
  error.input = toUSVString(input);
  if (base !== undefined) error.base = toUSVString(base);
  return error;
}

function requireURL(count) {
  if (count === 0) throw new (require('internal/errors').codes.ERR_MISSING_ARGS)('url');
}

function baseText(base) {
  return base === undefined ? undefined : `${base}`;
}

function parseTexts(input, base) {
  return parseText(toUSVString(input), base === undefined ? undefined : toUSVString(base));
}

function receiverError(receiver, message, member) {
  if (receiver === undefined || receiver === null) {
    return new TypeError(`Cannot read properties of ${receiver} (reading '${member}')`);
  }
  return new TypeError(message);
}

// The messages V8 gives for Node's private members, which this engine would word otherwise.
function privateMemberError(receiver, member) {
  return receiverError(
    receiver, `Cannot read private member ${member} from an object whose class did not declare it`, member,
  );
}

/** The WHATWG URL class. */
class URL {
  // The URL record, its serialization and, once asked for, its query object.
  #context;

  constructor(input, base = undefined) {
    requireURL(arguments.length);
    const text = `${input}`;
    const record = parseTexts(text, baseText(base));
    if (record === null) throw invalidURL(text, baseText(base));
    this.#context = { record, href: serialize(record), searchParams: null };
  }

  static parse(input, base = undefined) {
    requireURL(arguments.length);
    const record = parseTexts(`${input}`, baseText(base));
    return record === null ? null : new URL(serialize(record));
  }

  static canParse(url, base = undefined) {
    requireURL(arguments.length);
    return parseTexts(`${url}`, baseText(base)) !== null;
  }

  static #contextOf(url) {
    if (!isReceiver(url) || !(#context in url)) throw privateMemberError(url, '#context');
    return url.#context;
  }

  static #hrefOf(url) {
    if (!isReceiver(url) || !(#context in url)) {
      throw receiverError(url, 'Receiver must be an instance of class URL', 'URL');
    }
    return url.#context.href;
  }

  static #set(url, setter, value) {
    const context = URL.#contextOf(url);
    require('internal/url_setters')[setter](context.record, toUSVString(value));
    context.href = serialize(context.record);
    return context;
  }

  static #refillSearchParams(context) {
    if (context.searchParams !== null) refill(context.searchParams, context.record.query ?? '');
  }

  [inspectSymbol](depth, options, inspect) {
    URL.#hrefOf(this);
    return require('internal/url_inspect').formatURL(this, depth, options, inspect);
  }

  toString() {
    return URL.#hrefOf(this);
  }

  get href() {
    return URL.#hrefOf(this);
  }

  set href(value) {
    const context = URL.#contextOf(this);
    const text = `${value}`;
    const record = parseTexts(text, undefined);
    if (record === null) throw new (require('internal/errors').codes.ERR_INVALID_URL)(text);
    context.record = record;
    context.href = serialize(record);
    URL.#refillSearchParams(context);
  }

  get origin() {
    return originOf(URL.#contextOf(this).record);
  }

  get protocol() {
    return `${URL.#contextOf(this).record.scheme}:`;
  }

  set protocol(value) {
    URL.#set(this, 'setProtocol', value);
  }

  get username() {
    return URL.#contextOf(this).record.username;
  }

  set username(value) {
    URL.#set(this, 'setUsername', value);
  }

  get password() {
    return URL.#contextOf(this).record.password;
  }

  set password(value) {
    URL.#set(this, 'setPassword', value);
  }

  get host() {
    return hostAndPort(URL.#contextOf(this).record);
  }

  set host(value) {
    URL.#set(this, 'setHost', value);
  }

  get hostname() {
    return URL.#contextOf(this).record.host ?? '';
  }

  set hostname(value) {
    URL.#set(this, 'setHostname', value);
  }

  get port() {
    return `${URL.#contextOf(this).record.port ?? ''}`;
  }

  set port(value) {
    URL.#set(this, 'setPort', value);
  }

  get pathname() {
    return URL.#contextOf(this).record.path;
  }

  set pathname(value) {
    URL.#set(this, 'setPathname', value);
  }

  get search() {
    URL.#hrefOf(this);
    return this.#context.record.query ? `?${this.#context.record.query}` : '';
  }

  set search(value) {
    URL.#refillSearchParams(URL.#set(this, 'setSearch', value));
  }

  get searchParams() {
    if (!isReceiver(this) || !(#context in this)) throw privateMemberError(this, '#searchParams');
    const context = this.#context;
    if (context.searchParams === null) {
      context.searchParams = new URLSearchParams();
      refill(context.searchParams, context.record.query ?? '');
      link(context.searchParams, (query) => URL.#set(this, 'setSearch', query));
    }
    return context.searchParams;
  }

  get hash() {
    const { fragment } = URL.#contextOf(this).record;
    return fragment ? `#${fragment}` : '';
  }

  set hash(value) {
    URL.#set(this, 'setHash', value);
  }

  toJSON() {
    return URL.#hrefOf(this);
  }
}

function isReceiver(value) {
  return typeof value === 'object' && value !== null;
}

for (const name of ['parse', 'canParse']) Object.defineProperty(URL, name, { enumerable: true });
for (const name of ['toString', 'href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port',
  'pathname', 'search', 'searchParams', 'hash', 'toJSON']) {
  Object.defineProperty(URL.prototype, name, { enumerable: true });
}
Object.defineProperty(URL.prototype, Symbol.toStringTag, { value: 'URL', configurable: true });

module.exports = {
  URL,
  URLSearchParams,
  /** Turns a file: URL into a path. */
  fileURLToPath(path, options = undefined) {
    return require('internal/url_file').fileURLToPath(path, options);
  },
  /** Turns a path into a file: URL. */
  pathToFileURL(path, options) {
    return require('internal/url_file').pathToFileURL(path, options);
  },
};
