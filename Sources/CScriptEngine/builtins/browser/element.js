// SPDX-License-Identifier: MIT
'use strict';

// Elements: a tree, styles, and sizes that make the layout cost what it costs. Blocks lie below each other.

const { Event, EventTarget, defineEventHandler, fire, kParent } = require('internal/event_target');
const { finishInterface } = require('internal/web_idl');
const { makeStyle } = require('internal/element_style');
const { invalidateLayout, invalidatePaint, forceLayout } = binding;

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const allowed = Symbol('allowed');
const viewportWidth = 800;
const lineHeight = 20;

let elementsInDocument = 0;
let setRoot;

function pixels(text) {
  const number = parseFloat(text);
  return Number.isFinite(number) && /px$/.test(text) ? number : undefined;
}

const childrenOf = (element) => element.childNodes;

function countOf(element) {
  return childrenOf(element).reduce((sum, child) => sum + countOf(child), 1);
}

function changed(element, isLayout = true) {
  if (!element.isConnected) return;
  if (isLayout) invalidateLayout(elementsInDocument);
  else invalidatePaint();
}

function heightOf(element) {
  const own = pixels(element.style.height);
  if (own !== undefined) return own;
  const text = element.childNodes.length === 0 && element.textContent !== '' ? lineHeight : 0;
  return element.childNodes.reduce((sum, child) => sum + heightOf(child), text);
}

function widthOf(element) {
  const own = pixels(element.style.width);
  if (own !== undefined) return own;
  return element.parentElement === null ? viewportWidth : widthOf(element.parentElement);
}

function topOf(element) {
  const parent = element.parentElement;
  if (parent === null) return 0;
  const before = parent.childNodes.slice(0, parent.childNodes.indexOf(element));
  return before.reduce((sum, sibling) => sum + heightOf(sibling), topOf(parent));
}

// A size is only right when the layout is: asking for it brings a layout forward that is out of date.
function measured(element, measure) {
  if (!element.isConnected) return 0;
  forceLayout();
  return measure(element);
}

/** A node of the document. */
class Element extends EventTarget {
  #tagName;
  #parent = null;
  #children = [];
  #text = '';
  #attributes = new Map();
  /** The "click in progress flag" of HTML. */
  #isBeingClicked = false;
  // Only the root element knows its document; all others reach it through their parents.
  #root = null;

  static {
    setRoot = (element, document) => {
      element.#root = document;
    };
  }

  constructor(key = undefined, tagName = undefined) {
    if (key !== allowed) throw new TypeError('Illegal constructor');
    super();
    this.#tagName = tagName.toUpperCase();
    const style = makeStyle((isLayout) => changed(this, isLayout));
    Object.defineProperty(this, 'style', {
      get: () => style,
      set: (text) => { style.cssText = text; },
      enumerable: false,
      configurable: true,
    });
  }

  get [kParent]() { return this.#parent ?? this.#root; }
  get tagName() { return this.#tagName; }
  get nodeName() { return this.#tagName; }
  get parentNode() { return this.#parent ?? this.#root; }
  get parentElement() { return this.#parent; }
  get childNodes() { return this.#children.slice(); }
  get children() { return this.#children.slice(); }
  get childElementCount() { return this.#children.length; }
  get firstElementChild() { return this.#children[0] ?? null; }
  get lastElementChild() { return this.#children[this.#children.length - 1] ?? null; }
  get nextElementSibling() { return this.#sibling(1); }
  get previousElementSibling() { return this.#sibling(-1); }

  get isConnected() {
    return this.#root !== null || this.#parent !== null && this.#parent.isConnected;
  }

  get id() { return this.getAttribute('id') ?? ''; }
  set id(value) { this.setAttribute('id', value); }
  get className() { return this.getAttribute('class') ?? ''; }
  set className(value) { this.setAttribute('class', value); }

  get textContent() {
    return this.#children.length === 0 ? this.#text : this.#children.map((child) => child.textContent).join('');
  }

  set textContent(value) {
    for (const child of this.childNodes) child.remove();
    this.#text = value === null ? '' : `${value}`;
    changed(this);
  }

  getAttribute(name) { return this.#attributes.get(`${name}`) ?? null; }
  hasAttribute(name) { return this.#attributes.has(`${name}`); }

  setAttribute(name, value) {
    if (`${name}` === 'style') this.style.cssText = value;
    this.#attributes.set(`${name}`, `${value}`);
    changed(this);
  }

  removeAttribute(name) {
    if (this.#attributes.delete(`${name}`)) changed(this);
  }

  appendChild(child) {
    return this.insertBefore(child, null);
  }

  append(...children) {
    for (const child of children) this.appendChild(child);
  }

  insertBefore(child, reference) {
    if (!(child instanceof Element)) {
      throw new TypeError("Failed to execute 'appendChild' on 'Node': parameter 1 is not of type 'Node'.");
    }
    if (child.contains(this)) Element.#fail('The new child element contains the parent.', 'HierarchyRequestError');
    const index = reference === null ? this.#children.length : this.#children.indexOf(reference);
    if (index < 0) {
      Element.#fail(
        'The node before which the new node is to be inserted is not a child of this node.', 'NotFoundError');
    }
    child.remove();
    this.#children.splice(reference === null ? this.#children.length : this.#children.indexOf(reference), 0, child);
    child.#parent = this;
    if (this.isConnected) elementsInDocument += countOf(child);
    changed(this);
    return child;
  }

  removeChild(child) {
    if (this.#children.indexOf(child) < 0) {
      Element.#fail('The node to be removed is not a child of this node.', 'NotFoundError');
    }
    child.remove();
    return child;
  }

  remove() {
    const parent = this.#parent;
    if (parent === null) return;
    if (this.isConnected) elementsInDocument -= countOf(this);
    parent.#children.splice(parent.#children.indexOf(this), 1);
    this.#parent = null;
    changed(parent);
  }

  replaceChildren(...children) {
    for (const child of this.childNodes) child.remove();
    this.append(...children);
  }

  contains(other) {
    for (let at = other; at !== null && at !== undefined; at = at.parentElement) if (at === this) return true;
    return false;
  }

  get offsetWidth() { return measured(this, widthOf); }
  get offsetHeight() { return measured(this, heightOf); }
  get offsetTop() { return measured(this, topOf); }
  get offsetLeft() { return measured(this, () => 0); }
  get clientWidth() { return this.offsetWidth; }
  get clientHeight() { return this.offsetHeight; }
  get scrollHeight() { return this.offsetHeight; }

  getBoundingClientRect() {
    const [x, y, width, height] = [0, this.offsetTop, this.offsetWidth, this.offsetHeight];
    return { x, y, width, height, top: y, right: x + width, bottom: y + height, left: x };
  }

  /** What a script does for a person: the event is fired at once, below the script (HTML 6.4.4 "click"). */
  click() {
    // Step 2: a listener that clicks on its own element would call itself without end.
    if (this.#isBeingClicked) return;
    this.#isBeingClicked = true;
    try {
      fire(this, new Event('click', { bubbles: true, cancelable: true, composed: true }));
    } finally {
      this.#isBeingClicked = false;
    }
  }

  #sibling(step) {
    const siblings = this.#parent?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + step] ?? null;
  }

  static #fail(message, name) {
    const { DOMException } = require('internal/domexception');
    throw new DOMException(message, name);
  }

  [kInspect](depth, options) {
    const id = this.id === '' ? '' : ` id="${this.id}"`;
    return options.stylize(`<${this.#tagName.toLowerCase()}${id}>`, 'special');
  }
}
finishInterface(Element, Object.getOwnPropertyNames(Element.prototype).filter((name) => name !== 'constructor'));
for (const name of ['click', 'input', 'change', 'keydown', 'keyup', 'pointerdown', 'pointerup', 'scroll', 'submit']) {
  defineEventHandler(Element.prototype, name);
}

function createElement(tagName) {
  return new Element(allowed, `${tagName}`);
}

/** The elements that every document has. They need no layout: there is nothing in them. */
function createRoot(document) {
  const root = createElement('html');
  root.append(createElement('head'), createElement('body'));
  setRoot(root, document);
  elementsInDocument = countOf(root);
  return root;
}

module.exports = { Element, createElement, createRoot };
