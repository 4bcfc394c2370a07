// SPDX-License-Identifier: MIT
'use strict';

// Headers of the Fetch standard (section 5.1).

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const namePattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const edges = /^[\t\n\r ]+|[\t\n\r ]+$/g;

function requireArguments(method, wanted, found) {
  if (found >= wanted) return;
  throw new TypeError(`Headers.${method}: ${wanted} argument${wanted > 1 ? 's' : ''} required, but ` +
    `${found > 0 ? 'only ' : ''}${found} found.`);
}

function nameOf(method, name) {
  const text = `${name}`;
  if (!namePattern.test(text)) throw new TypeError(`Headers.${method}: "${text}" is an invalid header name.`);
  return text.toLowerCase();
}

function valueOf(method, value) {
  const text = `${value}`.replace(edges, '');
  if (/[\0\n\r]|[^\0-\xff]/.test(text)) throw new TypeError(`Headers.${method}: "${text}" is an invalid header value.`);
  return text;
}

/** A list of header names and values; see https://fetch.spec.whatwg.org/#headers-class. */
class Headers {
  // By lower-case name, the name as it was first written and the values.
  #lists = new Map();

  constructor(init = undefined) {
    if (init === undefined) return;
    if (init === null || typeof init !== 'object') {
      throw new TypeError('Headers constructor: Argument 1 could not be converted to one of: ' +
        'sequence<sequence<ByteString>>, record<ByteString, ByteString>.');
    }
    if (#lists in init) {
      for (const { 0: key, 1: { name, values } } of init.#lists) this.#lists.set(key, { name, values: [...values] });
    } else if (typeof init[Symbol.iterator] === 'function') {
      this.#appendPairs(init);
    } else {
      for (const key of Reflect.ownKeys(init)) {
        if (Object.getOwnPropertyDescriptor(init, key)?.enumerable) this.append(key, init[key]);
      }
    }
  }

  #appendPairs(pairs) {
    for (const each of pairs) {
      const pair = [...each];
      if (pair.length !== 2) {
        throw new TypeError(`Headers constructor: expected name/value pair to be length 2, found ${pair.length}.`);
      }
      this.append(pair[0], pair[1]);
    }
  }

  append(name, value) {
    requireArguments('append', 2, arguments.length);
    const key = nameOf('append', name);
    const text = valueOf('append', value);
    const list = this.#lists.get(key);
    if (list === undefined) this.#lists.set(key, { name: `${name}`, values: [text] });
    else list.values.push(text);
  }

  delete(name) {
    requireArguments('delete', 1, arguments.length);
    this.#lists.delete(nameOf('delete', name));
  }

  get(name) {
    requireArguments('get', 1, arguments.length);
    return this.#lists.get(nameOf('get', name))?.values.join(', ') ?? null;
  }

  has(name) {
    requireArguments('has', 1, arguments.length);
    return this.#lists.has(nameOf('has', name));
  }

  set(name, value) {
    requireArguments('set', 2, arguments.length);
    const key = nameOf('set', name);
    this.#lists.set(key, { name: `${name}`, values: [valueOf('set', value)] });
  }

  getSetCookie() {
    return [...this.#lists.get('set-cookie')?.values ?? []];
  }

  forEach(callback, receiver = undefined) {
    requireArguments('forEach', 1, arguments.length);
    if (typeof callback !== 'function') {
      throw new TypeError("Failed to execute 'forEach' on 'Headers': parameter 1 is not of type 'Function'.");
    }
    for (const { 0: name, 1: value } of this.#sorted()) Reflect.apply(callback, receiver, [value, name, this]);
  }

  *entries() {
    yield* this.#sorted();
  }

  *keys() {
    for (const { 0: name } of this.#sorted()) yield name;
  }

  *values() {
    for (const { 1: value } of this.#sorted()) yield value;
  }

  // By name, values of one name together; each cookie stays by itself.
  #sorted() {
    const names = [...this.#lists.keys()].sort();
    return names.flatMap((name) => (
      name === 'set-cookie' ? this.#lists.get(name).values.map((value) => [name, value]) : [[name, this.get(name)]]
    ));
  }

  [kInspect](depth, options, inspect) {
    const shown = {};
    for (const { name, values } of this.#lists.values()) shown[name] = values.join(', ');
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `Headers ${inspect(shown, inner)}`;
  }
}

const methods = ['append', 'delete', 'get', 'has', 'set', 'getSetCookie', 'keys', 'values', 'entries', 'forEach'];
for (const name of methods) Object.defineProperty(Headers.prototype, name, { __proto__: null, enumerable: true });
Object.defineProperties(Headers.prototype, {
  [Symbol.iterator]: { __proto__: null, value: Headers.prototype.entries, writable: true, configurable: true },
  [Symbol.toStringTag]: { __proto__: null, value: 'Headers', configurable: true },
});

module.exports = { Headers };
