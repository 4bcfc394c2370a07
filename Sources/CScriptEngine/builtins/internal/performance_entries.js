// SPDX-License-Identifier: MIT
'use strict';

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

// The names of the milestones in performance.nodeTiming, which no mark may take.
const milestones = ['nodeStart', 'v8Start', 'environment', 'loopStart', 'loopExit', 'bootstrapComplete'];

/** Latest start time by mark name, for measures that name a mark. */
const markTimes = new Map();

// Only the functions of these modules can make entries other than marks.
const allowed = Symbol('allowed');

function codes() {
  return require('internal/errors').codes;
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

function requireInstance(isInstance, receiver, name) {
  if (!isInstance) throw new (codes().ERR_INVALID_ARG_TYPE)('this', name, receiver);
}

function checkTimestamp(time) {
  if (time < 0) throw new (codes().ERR_PERFORMANCE_INVALID_TIMESTAMP)(time);
}

/** The copy of a `detail` option that an entry keeps; null when there is none. */
function copyDetail(detail) {
  if (detail === undefined || detail === null) return null;
  return typeof detail === 'object' || typeof detail === 'function' || typeof detail === 'symbol'
    ? require('internal/structured_clone').structuredClone(detail)
    : detail;
}

/** Base class of everything on the performance timeline. */
class PerformanceEntry {
  #name;
  #entryType;
  #startTime;
  #duration;

  constructor(key = undefined, name = undefined, entryType = undefined, startTime = undefined, duration = undefined) {
    if (key !== allowed) throw new (codes().ERR_ILLEGAL_CONSTRUCTOR)();
    this.#name = name;
    this.#entryType = entryType;
    this.#startTime = startTime;
    this.#duration = duration;
  }

  get name() {
    requireInstance(isObject(this) && #name in this, this, 'PerformanceEntry');
    return this.#name;
  }

  get entryType() {
    requireInstance(isObject(this) && #name in this, this, 'PerformanceEntry');
    return this.#entryType;
  }

  get startTime() {
    requireInstance(isObject(this) && #name in this, this, 'PerformanceEntry');
    return this.#startTime;
  }

  get duration() {
    requireInstance(isObject(this) && #name in this, this, 'PerformanceEntry');
    return this.#duration;
  }

  toJSON() {
    requireInstance(isObject(this) && #name in this, this, 'PerformanceEntry');
    return { name: this.name, entryType: this.entryType, startTime: this.startTime, duration: this.duration };
  }

  [inspectSymbol](depth, options, inspect) {
    if (depth < 0) return options.stylize(`[${this.constructor.name}]`, 'special');
    const inner = { ...options, depth: options.depth === null ? null : options.depth - 1 };
    return `${this.constructor.name} ${inspect(this.toJSON(), inner)}`;
  }
}

/** A point in time with a name. */
class PerformanceMark extends PerformanceEntry {
  #detail;

  constructor(name, options = undefined) {
    if (arguments.length === 0) throw new (codes().ERR_MISSING_ARGS)('name');
    const text = `${name}`;
    if (milestones.includes(text)) throw new (codes().ERR_INVALID_ARG_VALUE)('name', text);
    if (options !== undefined && options !== null) require('internal/validators').validateObject(options, 'options');
    const startTime = options?.startTime ?? binding.now();
    require('internal/validators').validateNumber(startTime, 'startTime');
    checkTimestamp(startTime);
    markTimes.set(text, startTime);
    super(allowed, text, 'mark', startTime, 0);
    this.#detail = copyDetail(options?.detail);
  }

  get detail() {
    requireInstance(isObject(this) && #detail in this, this, 'PerformanceMark');
    return this.#detail;
  }

  toJSON() {
    return { ...super.toJSON(), detail: this.detail };
  }
}

/** A stretch of time between two marks. */
class PerformanceMeasure extends PerformanceEntry {
  #detail;

  constructor(key = undefined, name = undefined, startTime = undefined, duration = undefined, detail = undefined) {
    super(key, name, 'measure', startTime, duration);
    this.#detail = copyDetail(detail);
  }

  get detail() {
    requireInstance(isObject(this) && #detail in this, this, 'PerformanceMeasure');
    return this.#detail;
  }

  toJSON() {
    return { ...super.toJSON(), detail: this.detail };
  }
}

/** An entry of Node's own, such as a call of a timerified function. */
class PerformanceNodeEntry extends PerformanceEntry {
  #detail;

  constructor(key, name, entryType, startTime, duration, detail) {
    super(key, name, entryType, startTime, duration);
    this.#detail = detail;
  }

  get detail() {
    return this.#detail;
  }

  toJSON() {
    return { ...super.toJSON(), detail: this.detail };
  }
}

function timeOf(mark) {
  if (typeof mark === 'number') {
    checkTimestamp(mark);
    return mark;
  }
  const name = `${mark}`;
  if (name === 'nodeStart') return 0;
  const time = markTimes.get(name);
  if (time !== undefined) return time;
  const { DOMException } = require('internal/domexception');
  throw new DOMException(`The "${name}" performance mark has not been set`, 'SyntaxError');
}

/** The measure that the arguments of `performance.measure` describe. */
function createMeasure(name, startOrOptions, endMark) {
  const options = isObject(startOrOptions) ? startOrOptions : {};
  const { start, duration, end = endMark } = options;
  if (isObject(startOrOptions) && Object.keys(startOrOptions).length > 0) checkMeasureOptions(options, endMark);
  let endTime;
  if (end !== undefined) endTime = timeOf(end);
  else if (start !== undefined && duration !== undefined) endTime = timeOf(start) + timeOf(duration);
  else endTime = binding.now();
  let startTime = 0;
  if (typeof startOrOptions === 'string') startTime = timeOf(startOrOptions);
  else if (start !== undefined) startTime = timeOf(start);
  else if (duration !== undefined && options.end !== undefined) startTime = timeOf(options.end) - timeOf(duration);
  return new PerformanceMeasure(allowed, name, startTime, endTime - startTime, options.detail);
}

function checkMeasureOptions(options, endMark) {
  const { ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS: InvalidOptions } = codes();
  if (endMark !== undefined) throw new InvalidOptions('endMark must not be specified');
  if (options.start !== undefined && options.end !== undefined && options.duration !== undefined) {
    throw new InvalidOptions('Must not have options.start, options.end, and options.duration specified');
  }
}

/** An entry for a call of a function that `timerify` wrapped. */
function createFunctionEntry(name, startTime, duration, args) {
  return new PerformanceNodeEntry(allowed, name, 'function', startTime, duration, args);
}

function finishClass(constructor, names, tag) {
  for (const name of names) Object.defineProperty(constructor.prototype, name, { enumerable: true });
  if (tag) Object.defineProperty(constructor.prototype, Symbol.toStringTag, { value: tag, configurable: true });
}
finishClass(PerformanceEntry, ['name', 'entryType', 'startTime', 'duration', 'toJSON']);
finishClass(PerformanceMark, ['detail'], 'PerformanceMark');
finishClass(PerformanceMeasure, ['detail'], 'PerformanceMeasure');
finishClass(PerformanceNodeEntry, ['detail']);

module.exports = {
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  allowed,
  createFunctionEntry,
  createMeasure,
  markTimes,
};
