// SPDX-License-Identifier: MIT
'use strict';

// The document of a page: a root, a head, a body, and the ways to find an element.

const { EventTarget, defineEventHandler, kParent } = require('internal/event_target');
const { finishInterface, requireArguments } = require('internal/web_idl');
const { createElement, createRoot } = require('internal/element');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const allowed = Symbol('allowed');

// The selectors that a tiny document needs: names, #id, .class, and those run together.
function matches(element, selector) {
  const parts = /^([\w-]*|\*)((?:[#.][\w-]+)*)$/.exec(selector.trim());
  if (parts === null) {
    const { DOMException } = require('internal/domexception');
    throw new DOMException(`'${selector}' is not a selector that LoopLab knows: use tag, #id or .class`, 'SyntaxError');
  }
  const [, tag, rest] = parts;
  if (tag !== '' && tag !== '*' && tag.toUpperCase() !== element.tagName) return false;
  return (rest.match(/[#.][\w-]+/g) ?? []).every((part) => part[0] === '#'
    ? element.id === part.slice(1) : element.className.split(/\s+/).includes(part.slice(1)));
}

function find(element, accepts, found) {
  for (const child of element.childNodes) {
    if (accepts(child)) found.push(child);
    find(child, accepts, found);
  }
  return found;
}

/** The page's document. */
class Document extends EventTarget {
  #root = createRoot(this);

  constructor(key = undefined) {
    if (key !== allowed) throw new TypeError('Illegal constructor');
    super();
  }

  get [kParent]() { return globalThis; }
  get documentElement() { return this.#root; }
  get head() { return this.#root.firstElementChild; }
  get body() { return this.#root.lastElementChild; }
  get hidden() { return false; }
  get visibilityState() { return 'visible'; }

  createElement(tagName) {
    requireArguments(arguments.length, 1, 'createElement', 'Document');
    return createElement(tagName);
  }

  getElementById(id) {
    return find(this.#root, (element) => element.id === `${id}`, [])[0] ?? null;
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  querySelectorAll(selector) {
    return find(this.#root, (element) => matches(element, `${selector}`), []);
  }

  [kInspect]() {
    return '#document';
  }
}
finishInterface(Document, Object.getOwnPropertyNames(Document.prototype).filter((name) => name !== 'constructor'));
for (const name of ['click', 'keydown', 'keyup', 'visibilitychange']) defineEventHandler(Document.prototype, name);

module.exports = { Document, document: new Document(allowed) };
