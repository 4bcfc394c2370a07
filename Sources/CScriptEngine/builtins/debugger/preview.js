// SPDX-License-Identifier: MIT
'use strict';

// A value of the program in a few words. Nothing here runs code of the program: what is behind an accessor or a proxy
// stays unknown.

const textLimit = 60;
const stringLimit = 40;
const itemLimit = 3;
// The names of an object's properties are asked for once when it has more than this many.
const nameLimit = 200;
const firstNames = new WeakMap();

const cut = (text, limit) => (text.length > limit ? `${text.slice(0, limit - 1)}…` : text);

function quote(text) {
  const escaped = JSON.stringify(cut(text, stringLimit)).slice(1, -1);
  return `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function primitive(value) {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  return Object.is(value, -0) ? '-0' : String(value);
}

const isObject = (value) => typeof value === 'object' && value !== null;

/** The value of an own data property; undefined for every other. */
function ownValue(object, name) {
  const descriptor = object.getOwnPropertyDescriptor(name);
  return descriptor !== undefined && 'value' in descriptor ? descriptor.value : undefined;
}

function functionText(object) {
  const name = ownValue(object, 'name');
  return typeof name === 'string' && name !== '' ? `ƒ ${name}` : 'ƒ';
}

/** The name of the nearest constructor; empty for plain objects. */
function constructorName(object) {
  for (let prototype = object.proto; isObject(prototype) && !prototype.isProxy; prototype = prototype.proto) {
    const constructor = ownValue(prototype, 'constructor');
    if (!isObject(constructor) || constructor.isProxy) continue;
    const name = ownValue(constructor, 'name');
    if (typeof name === 'string') return name === 'Object' ? '' : name;
  }
  return '';
}

function arrayText(object) {
  const length = ownValue(object, 'length');
  const items = [];
  for (let index = 0; index < length && length <= itemLimit; index++) {
    const item = object.getOwnPropertyDescriptor(String(index));
    if (item === undefined || !('value' in item) || isObject(item.value)) break;
    items.push(primitive(item.value));
  }
  if (items.length === length) return `[${items.join(', ')}]`;
  return length === 1 ? '[1 item]' : `[${length} items]`;
}

function namesOf(object) {
  let names = firstNames.get(object);
  if (names === undefined) {
    names = object.getOwnPropertyNames();
    if (names.length > nameLimit) {
      names.length = itemLimit + 1;
      firstNames.set(object, names);
    }
  }
  return names;
}

function objectText(object) {
  const names = namesOf(object);
  const parts = names.slice(0, itemLimit).map((name) => {
    const descriptor = object.getOwnPropertyDescriptor(name);
    const isKnown = descriptor !== undefined && 'value' in descriptor && !isObject(descriptor.value);
    return `${name}: ${isKnown ? primitive(descriptor.value) : '…'}`;
  });
  if (names.length > itemLimit) parts.push('…');
  return `{${parts.join(', ')}}`;
}

function promiseText(object) {
  const state = object.promiseState;
  if (state === 'pending') return 'Promise <pending>';
  const value = state === 'fulfilled' ? object.promiseValue : object.promiseReason;
  return `Promise <${state}: ${isObject(value) ? shortText(value) : primitive(value)}>`;
}

function shortText(object) {
  if (object.isProxy) return 'Proxy';
  if (object.callable) return functionText(object);
  if (object.class === 'Array') return arrayText(object);
  const name = constructorName(object);
  if (name === '') return object.class === 'Object' ? '{…}' : `${object.class} {…}`;
  return `${name} {…}`;
}

function errorText(object) {
  const message = ownValue(object, 'message');
  const name = constructorName(object) || 'Error';
  return typeof message === 'string' && message !== '' ? `${name}: ${message}` : name;
}

function text(value) {
  if (!isObject(value)) return primitive(value);
  if (!(value instanceof Debugger.Object)) return value.uninitialized ? '<uninitialized>' : '<unavailable>';
  if (value.isProxy || value.callable || value.class === 'Array') return shortText(value);
  if (value.isPromise) return promiseText(value);
  if (value.class.endsWith('Error')) return errorText(value);
  return constructorName(value) === '' && value.class === 'Object' ? objectText(value) : shortText(value);
}

exports.preview = (value) => cut(text(value), textLimit);
