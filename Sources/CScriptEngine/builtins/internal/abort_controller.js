// SPDX-License-Identifier: MIT
'use strict';

const { DOMException } = require('internal/domexception');
const { codes } = require('internal/errors');
const { Event, EventTarget, defineEventHandler, kNewListener, kRemoveListener, kTrusted } =
  require('internal/event_target');
const { validateAbortSignalArray, validateUint32 } = require('internal/validators');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kConstruct = Symbol('kConstruct');
let abortCount = 0;
let compositeCount = 0;

function inspectAs(name, shown, depth, options) {
  const { inspect } = require('internal/inspect');
  return `${name} ${inspect(shown, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
}

/**
 * Tells its listeners that an operation should stop; see https://dom.spec.whatwg.org/#interface-AbortSignal.
 *
 * A composite signal (`any`) holds its sources and asks them for its state, while a source knows a composite only as
 * long as somebody listens to it: so a long-lived source keeps no forgotten composite alive, without weak references.
 */
class AbortSignal extends EventTarget {
  #aborted = false;
  #reason = undefined;
  // When this signal was aborted, counted over all signals: a composite takes the reason of the earliest source.
  #abortOrder = 0;
  #sources = undefined;
  #composites = undefined;
  #compositeOrder = 0;
  // Set when every composite that somebody listens to has heard of the abort; the others may look from then on.
  #propagated = false;

  constructor(secret = undefined) {
    if (secret !== kConstruct) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#aborted in value)) {
      throw new codes.ERR_INVALID_THIS('AbortSignal');
    }
  }

  // The controller's access to private state; removed from the class right after its definition.
  static __internals = {
    isSignal: (value) => value !== null && typeof value === 'object' && #aborted in value,
    abort(signal, reason) {
      if (signal.#aborted) return;
      const order = ++abortCount;
      signal.#settle(reason, order);
      signal.#announce();
      // As in Node, a composite becomes aborted in its turn, after the listeners of its source ran.
      // The set is walked live: a composite that a listener starts to listen to meanwhile has its turn at the end.
      signal.#composites = new Set(
        [...signal.#composites ?? []].sort((first, second) => first.#compositeOrder - second.#compositeOrder),
      );
      for (const each of signal.#composites) {
        if (each.#aborted) continue;
        each.#settle(reason, order);
        each.#announce();
      }
      signal.#propagated = true;
      signal.#composites = undefined;
    },
  };

  get aborted() {
    AbortSignal.#check(this);
    return this.#pull();
  }

  get reason() {
    AbortSignal.#check(this);
    this.#pull();
    return this.#reason;
  }

  throwIfAborted() {
    AbortSignal.#check(this);
    if (this.#pull()) throw this.#reason;
  }

  static abort(reason = new DOMException('This operation was aborted', 'AbortError')) {
    const signal = new AbortSignal(kConstruct);
    signal.#settle(reason, ++abortCount);
    signal.#propagated = true;
    return signal;
  }

  static timeout(delay) {
    validateUint32(delay, 'delay', false);
    const signal = new AbortSignal(kConstruct);
    const { runAfter } = require('internal/timers');
    runAfter(delay, () => {
      const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
      internals.abort(signal, reason);
    });
    return signal;
  }

  static any(signals) {
    validateAbortSignalArray(signals, 'signals');
    const composite = new AbortSignal(kConstruct);
    const aborted = signals.find((each) => each.aborted);
    if (aborted !== undefined) {
      composite.#settle(aborted.reason, ++abortCount);
      return composite;
    }
    composite.#compositeOrder = ++compositeCount;
    composite.#sources = new Set();
    for (const each of signals) {
      // Only plain signals are sources, so that one step leads from a source to every composite.
      if (each.#sources === undefined) composite.#sources.add(each);
      else for (const source of each.#sources) composite.#sources.add(source);
    }
    return composite;
  }

  [kNewListener](size, type, ...rest) {
    super[kNewListener](size, type, ...rest);
    if (type !== 'abort' || this.#sources === undefined || this.#aborted) return;
    for (const source of this.#sources) {
      source.#composites ??= new Set();
      source.#composites.add(this);
    }
  }

  [kRemoveListener](size, type, ...rest) {
    super[kRemoveListener](size, type, ...rest);
    if (type === 'abort' && size === 0) this.#leaveSources();
  }

  #leaveSources() {
    if (this.#sources === undefined) return;
    for (const source of this.#sources) source.#composites?.delete(this);
  }

  // Brings a composite's state up to date, and tells whether the signal is aborted.
  #pull() {
    if (this.#aborted || this.#sources === undefined) return this.#aborted;
    let first;
    for (const source of this.#sources) {
      if (source.#propagated && (first === undefined || source.#abortOrder < first.#abortOrder)) first = source;
    }
    if (first !== undefined) this.#settle(first.#reason, first.#abortOrder);
    return this.#aborted;
  }

  #settle(reason, order) {
    this.#aborted = true;
    this.#reason = reason;
    this.#abortOrder = order;
  }

  #announce() {
    this.#leaveSources();
    this.#sources = undefined;
    this.dispatchEvent(new Event('abort', { [kTrusted]: true }));
  }

  [kInspect](depth, options) {
    if (depth < 0) return '[AbortSignal]';
    return inspectAs('AbortSignal', { aborted: this.aborted }, depth, options);
  }
}

const internals = AbortSignal.__internals;
delete AbortSignal.__internals;
Object.defineProperty(AbortSignal.prototype, 'aborted', { __proto__: null, enumerable: true });
Object.defineProperty(AbortSignal.prototype, Symbol.toStringTag, {
  __proto__: null,
  value: 'AbortSignal',
  configurable: true,
});
defineEventHandler(AbortSignal.prototype, 'abort');

/** Owns a signal and aborts it; see https://dom.spec.whatwg.org/#interface-abortcontroller. */
class AbortController {
  #signal;

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#signal in value)) {
      throw new codes.ERR_INVALID_THIS('AbortController');
    }
  }

  get signal() {
    AbortController.#check(this);
    this.#signal ??= new AbortSignal(kConstruct);
    return this.#signal;
  }

  abort(reason = new DOMException('This operation was aborted', 'AbortError')) {
    AbortController.#check(this);
    internals.abort(this.signal, reason);
  }

  [kInspect](depth, options) {
    if (depth < 0) return 'AbortController {}';
    return inspectAs('AbortController', { signal: this.signal }, depth, options);
  }
}
for (const name of ['signal', 'abort']) {
  Object.defineProperty(AbortController.prototype, name, { __proto__: null, enumerable: true });
}
Object.defineProperty(AbortController.prototype, Symbol.toStringTag, {
  __proto__: null,
  value: 'AbortController',
  configurable: true,
});

module.exports = { AbortController, AbortSignal, isAbortSignal: internals.isSignal };
