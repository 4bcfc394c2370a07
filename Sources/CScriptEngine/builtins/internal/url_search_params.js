// SPDX-License-Identifier: MIT
'use strict';

const { formEncode, percentDecode, toUSVString } = require('internal/url_percent');

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

function errorCodes() {
  return require('internal/errors').codes;
}

/** Parses application/x-www-form-urlencoded text into the flat list [name, value, name, value…]. */
function parseForm(text) {
  const list = [];
  for (const sequence of text.split('&')) {
    if (sequence === '') continue;
    const equals = sequence.indexOf('=');
    const name = equals === -1 ? sequence : sequence.slice(0, equals);
    list.push(decodeForm(name), equals === -1 ? '' : decodeForm(sequence.slice(equals + 1)));
  }
  return list;
}

function decodeForm(text) {
  return percentDecode(text.includes('+') ? text.replace(/\+/g, ' ') : text);
}

function serializeForm(list) {
  let output = '';
  for (let i = 0; i < list.length; i += 2) {
    output += `${i === 0 ? '' : '&'}${formEncode(list[i])}=${formEncode(list[i + 1])}`;
  }
  return output;
}

function isObjectOrFunction(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function listFromPairs(init, method) {
  if (typeof method !== 'function') throw new (errorCodes().ERR_ARG_NOT_ITERABLE)('Query pairs');
  const list = [];
  for (const pair of init) {
    if (!isObjectOrFunction(pair) || typeof pair[Symbol.iterator] !== 'function') throw invalidTuple();
    const items = [];
    for (const item of pair) items.push(toUSVString(item));
    if (items.length !== 2) throw invalidTuple();
    list.push(items[0], items[1]);
  }
  return list;
}

function invalidTuple() {
  return new (errorCodes().ERR_INVALID_TUPLE)('Each query pair', '[name, value]');
}

function listFromRecord(init) {
  // Two keys can become the same USVString; the last value wins, at the place of the first.
  const record = new Map();
  for (const key of Reflect.ownKeys(init)) {
    const property = Reflect.getOwnPropertyDescriptor(init, key);
    if (property === undefined || !property.enumerable) continue;
    record.set(toUSVString(key), toUSVString(init[key]));
  }
  return Array.from(record).flat();
}

function initialList(init) {
  if (init === undefined || init === null) return [];
  if (!isObjectOrFunction(init)) {
    const text = toUSVString(init);
    return parseForm(text[0] === '?' ? text.slice(1) : text);
  }
  const method = init[Symbol.iterator];
  return method === null || method === undefined ? listFromRecord(init) : listFromPairs(init, method);
}

function requireArguments(count, ...names) {
  if (count < names.length) throw new (errorCodes().ERR_MISSING_ARGS)(...names);
}

let listOf;
let link;
let refill;

/** The WHATWG URLSearchParams class. */
class URLSearchParams {
  #list = [];
  #update = null;

  static {
    listOf = (params) => params.#list;
    link = (params, update) => {
      params.#update = update;
    };
    refill = (params, query) => {
      params.#list = parseForm(query);
    };
  }

  static #check(value) {
    if (!isObjectOrFunction(value) || !(#list in value)) throw new (errorCodes().ERR_INVALID_THIS)('URLSearchParams');
  }

  constructor(init = undefined) {
    this.#list = initialList(init);
  }

  #changed() {
    if (this.#update !== null) this.#update(serializeForm(this.#list));
  }

  get size() {
    URLSearchParams.#check(this);
    return this.#list.length / 2;
  }

  append(name, value) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name', 'value');
    this.#list.push(toUSVString(name), toUSVString(value));
    this.#changed();
  }

  delete(name, value = undefined) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name');
    const [key, wanted] = keyAndValue(name, value);
    const list = this.#list;
    for (let i = 0; i < list.length;) {
      if (list[i] === key && (wanted === undefined || list[i + 1] === wanted)) list.splice(i, 2);
      else i += 2;
    }
    this.#changed();
  }

  get(name) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name');
    const key = toUSVString(name);
    for (let i = 0; i < this.#list.length; i += 2) {
      if (this.#list[i] === key) return this.#list[i + 1];
    }
    return null;
  }

  getAll(name) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name');
    const key = toUSVString(name);
    const list = this.#list;
    return list.filter((value, i) => i % 2 === 1 && list[i - 1] === key);
  }

  has(name, value = undefined) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name');
    const [key, wanted] = keyAndValue(name, value);
    for (let i = 0; i < this.#list.length; i += 2) {
      if (this.#list[i] === key && (wanted === undefined || this.#list[i + 1] === wanted)) return true;
    }
    return false;
  }

  set(name, value) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name', 'value');
    const key = toUSVString(name);
    const text = toUSVString(value);
    const list = this.#list;
    let found = false;
    for (let i = 0; i < list.length;) {
      if (list[i] !== key) {
        i += 2;
      } else if (found) {
        list.splice(i, 2);
      } else {
        list[i + 1] = text;
        found = true;
        i += 2;
      }
    }
    if (!found) list.push(key, text);
    this.#changed();
  }

  sort() {
    URLSearchParams.#check(this);
    const pairs = [];
    for (let i = 0; i < this.#list.length; i += 2) pairs.push([this.#list[i], this.#list[i + 1]]);
    pairs.sort((a, b) => (a[0] < b[0] ? -1 : Number(a[0] > b[0])));
    this.#list = pairs.flat();
    this.#changed();
  }

  entries() {
    URLSearchParams.#check(this);
    return createIterator(this, 'entries');
  }

  forEach(callback, thisArg = undefined) {
    URLSearchParams.#check(this);
    require('internal/validators').validateFunction(callback, 'callback');
    for (let i = 0; i < this.#list.length; i += 2) callback.call(thisArg, this.#list[i + 1], this.#list[i], this);
  }

  keys() {
    URLSearchParams.#check(this);
    return createIterator(this, 'keys');
  }

  values() {
    URLSearchParams.#check(this);
    return createIterator(this, 'values');
  }

  toString() {
    URLSearchParams.#check(this);
    return serializeForm(this.#list);
  }

  [inspectSymbol](depth, options, inspect) {
    URLSearchParams.#check(this);
    return require('internal/url_inspect').formatSearchParams(this, this.#list, depth, options, inspect);
  }
}

function keyAndValue(name, value) {
  return [toUSVString(name), value === undefined ? undefined : toUSVString(value)];
}

const asMethod = { writable: true, enumerable: true, configurable: true };
for (const name of ['append', 'delete', 'get', 'getAll', 'has', 'set', 'sort', 'entries', 'forEach', 'keys', 'values',
  'toString', 'size']) {
  Object.defineProperty(URLSearchParams.prototype, name, { enumerable: true });
}
Object.defineProperties(URLSearchParams.prototype, {
  [Symbol.toStringTag]: { value: 'URLSearchParams', configurable: true },
  [Symbol.iterator]: { value: URLSearchParams.prototype.entries, ...asMethod, enumerable: false },
});

const iteratorStates = new WeakMap();

function createIterator(params, kind) {
  const iterator = Object.create(iteratorPrototype);
  iteratorStates.set(iterator, { params, kind, index: 0 });
  return iterator;
}

function iteratorState(iterator) {
  const state = iteratorStates.get(iterator);
  if (state === undefined) throw new (errorCodes().ERR_INVALID_THIS)('URLSearchParamsIterator');
  return state;
}

function itemAt(list, kind, index) {
  if (kind === 'keys') return list[index];
  return kind === 'values' ? list[index + 1] : [list[index], list[index + 1]];
}

const iteratorMethods = {
  next() {
    const state = iteratorState(this);
    const list = listOf(state.params);
    if (state.index >= list.length) return { value: undefined, done: true };
    const value = itemAt(list, state.kind, state.index);
    state.index += 2;
    return { value, done: false };
  },
  [inspectSymbol](depth, options, inspect) {
    const state = iteratorState(this);
    const list = listOf(state.params);
    const items = [];
    for (let i = state.index; i < list.length; i += 2) items.push(itemAt(list, state.kind, i));
    return require('internal/url_inspect').formatIterator(items, depth, options, inspect);
  },
};

const arrayIteratorPrototype = Object.getPrototypeOf([][Symbol.iterator]());
const iteratorPrototype = Object.create(Object.getPrototypeOf(arrayIteratorPrototype), {
  next: { value: iteratorMethods.next, ...asMethod },
  [inspectSymbol]: { value: iteratorMethods[inspectSymbol], ...asMethod, enumerable: false },
  [Symbol.toStringTag]: { value: 'URLSearchParams Iterator', configurable: true },
});

module.exports = { URLSearchParams, link, refill };
