// SPDX-License-Identifier: MIT
'use strict';

const { EventTarget } = require('internal/event_target');
const entries = require('internal/performance_entries');

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');
const allowed = Symbol('allowed');

let marks = [];
let measures = [];

function codes() {
  return require('internal/errors').codes;
}

function byStartTime(list) {
  return list.sort((a, b) => a.startTime - b.startTime);
}

function isPerformance(value) {
  return typeof value === 'object' && value !== null && value instanceof Performance;
}

function requirePerformance(receiver) {
  if (!isPerformance(receiver)) throw new (codes().ERR_INVALID_ARG_TYPE)('this', 'Performance', receiver);
}

function requireArgument(count, name) {
  if (count === 0) throw new (codes().ERR_MISSING_ARGS)(name);
}

// The observers are not loaded before there are any, as nobody would hear.
function publish(entry) {
  require('internal/performance_observer').enqueue(entry);
}

function utilizationOf(idle, active) {
  return { idle, active, utilization: idle + active === 0 ? 0 : active / (idle + active) };
}

/** How long the event loop has waited and worked, in all or since an earlier answer. */
function eventLoopUtilization(current, earlier) {
  if (current && earlier) return utilizationOf(current.idle - earlier.idle, current.active - earlier.active);
  const [idle, active] = binding.eventLoopUtilization();
  if (idle + active <= 0) return { idle: 0, active: 0, utilization: 0 };
  return current ? utilizationOf(idle - current.idle, active - current.active) : utilizationOf(idle, active);
}

/** The class of the global `performance`. */
class Performance extends EventTarget {
  constructor(key = undefined) {
    if (key !== allowed) throw new (codes().ERR_ILLEGAL_CONSTRUCTOR)();
    super();
  }

  clearMarks(name = undefined) {
    requirePerformance(this);
    if (name === undefined) {
      entries.markTimes.clear();
      marks = [];
      return;
    }
    const wanted = `${name}`;
    entries.markTimes.delete(wanted);
    marks = marks.filter((mark) => mark.name !== wanted);
  }

  clearMeasures(name = undefined) {
    requirePerformance(this);
    measures = name === undefined ? [] : measures.filter((measure) => measure.name !== `${name}`);
  }

  getEntries() {
    requirePerformance(this);
    return byStartTime(marks.concat(measures));
  }

  getEntriesByName(name, type = undefined) {
    requirePerformance(this);
    requireArgument(arguments.length, 'name');
    const wanted = `${name}`;
    const list = type === undefined ? this.getEntries() : this.getEntriesByType(type);
    return list.filter((entry) => entry.name === wanted);
  }

  getEntriesByType(type) {
    requirePerformance(this);
    requireArgument(arguments.length, 'type');
    if (`${type}` === 'mark') return byStartTime(marks.slice());
    return `${type}` === 'measure' ? byStartTime(measures.slice()) : [];
  }

  mark(name, options = {}) {
    requirePerformance(this);
    requireArgument(arguments.length, 'name');
    const mark = new entries.PerformanceMark(name, options);
    publish(mark);
    marks.push(mark);
    return mark;
  }

  measure(name, startOrMeasureOptions = {}, endMark = undefined) {
    requirePerformance(this);
    requireArgument(arguments.length, 'name');
    require('internal/validators').validateString(name, 'name');
    const measure = entries.createMeasure(name, startOrMeasureOptions, endMark);
    publish(measure);
    measures.push(measure);
    return measure;
  }

  now() {
    requirePerformance(this);
    return binding.now();
  }

  get timeOrigin() {
    requirePerformance(this);
    return binding.timeOrigin;
  }

  toJSON() {
    requirePerformance(this);
    return { timeOrigin: this.timeOrigin, eventLoopUtilization: this.eventLoopUtilization() };
  }

  [inspectSymbol](depth, options, inspect) {
    if (depth < 0) return options.stylize(`[${this.constructor.name}]`, 'special');
    const inner = { ...options, depth: options.depth === null ? null : options.depth - 1 };
    return `${this.constructor.name} ${inspect({ timeOrigin: this.timeOrigin }, inner)}`;
  }
}

for (const name of ['clearMarks', 'clearMeasures', 'getEntries', 'getEntriesByName', 'getEntriesByType', 'mark',
  'measure', 'now', 'timeOrigin', 'toJSON']) {
  Object.defineProperty(Performance.prototype, name, { enumerable: true });
}
Object.defineProperties(Performance.prototype, {
  eventLoopUtilization: { value: eventLoopUtilization, writable: true, configurable: true },
  timerify: {
    value: function timerify(fn, options = {}) {
      return require('internal/performance_timerify').timerify(fn, options);
    },
    writable: true,
    configurable: true,
  },
  [Symbol.toStringTag]: { value: 'Performance', configurable: true },
});

module.exports = {
  Performance,
  PerformanceEntry: entries.PerformanceEntry,
  PerformanceMark: entries.PerformanceMark,
  PerformanceMeasure: entries.PerformanceMeasure,
  performance: new Performance(allowed),
  get PerformanceObserver() {
    return require('internal/performance_observer').PerformanceObserver;
  },
  get PerformanceObserverEntryList() {
    return require('internal/performance_observer').PerformanceObserverEntryList;
  },
  get createHistogram() {
    return require('internal/histogram').createHistogram;
  },
  get monitorEventLoopDelay() {
    return require('internal/histogram').monitorEventLoopDelay;
  },
};
