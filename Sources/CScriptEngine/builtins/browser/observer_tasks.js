// SPDX-License-Identifier: MIT
'use strict';

// How performance observers hear of their entries in a page, and which entries there are: a task of the performance
// timeline task source ("Performance Timeline", section 5.3), and long tasks ("Long Tasks").

const { PerformanceEntry, allowed } = require('internal/performance_entries');
const { queueTask } = require('internal/tasks');
const { invoke } = require('internal/callbacks');
const { finishInterface } = require('internal/web_idl');

const supportedEntryTypes = Object.freeze(['longtask', 'mark', 'measure']);
// "Performance Timeline", section 5.1: what is kept for observers that ask for buffered entries.
const longestBuffer = 200;
const longTasks = [];

/** Where a long task came from: one page has nothing to tell apart. */
class TaskAttributionTiming extends PerformanceEntry {
  get containerType() { return 'window'; }
  get containerSrc() { return ''; }
  get containerId() { return ''; }
  get containerName() { return ''; }

  toJSON() {
    const { containerType, containerSrc, containerId, containerName } = this;
    return { ...super.toJSON(), containerType, containerSrc, containerId, containerName };
  }
}
finishInterface(TaskAttributionTiming, ['containerType', 'containerSrc', 'containerId', 'containerName']);

/** A task that took more than 50 ms. */
class PerformanceLongTaskTiming extends PerformanceEntry {
  #attribution = Object.freeze([new TaskAttributionTiming(allowed, 'unknown', 'taskattribution', 0, 0)]);

  get attribution() { return this.#attribution; }

  toJSON() {
    return { ...super.toJSON(), attribution: this.attribution };
  }
}
finishInterface(PerformanceLongTaskTiming, ['attribution']);

/** Tells the observers of a task that took long; times in milliseconds. Durations are whole ones. */
function reportLongTask(start, end) {
  const entry = new PerformanceLongTaskTiming(allowed, 'self', 'longtask', start, Math.round(end - start));
  if (longTasks.length < longestBuffer) longTasks.push(entry);
  require('internal/performance_observer').enqueue(entry);
}

module.exports = {
  PerformanceLongTaskTiming,
  TaskAttributionTiming,
  reportLongTask,
  supportedEntryTypes,
  /** The entries of a type so far, for an observer that begins late. */
  bufferedEntries: (type) => type === 'longtask' ? longTasks.slice()
    : require('internal/performance').performance.getEntriesByType(type),
  /** Calls back when it is the observers' turn. */
  schedule: (steps) => queueTask('performanceTimeline', steps, 'PerformanceObserver'),
  /** Calls an observer. */
  call: invoke,
};
