// SPDX-License-Identifier: MIT
'use strict';

// What came of a load.

const { exact, inFlight, summarize } = require('lab/statistics');

const kInspect = Symbol.for('nodejs.util.inspect.custom');

/** The report that lab.load() resolves with: times in milliseconds, rates per second. */
class LoadReport {
  constructor(fields) {
    Object.assign(this, fields);
  }

  /** The report as a table of at most 80 columns. */
  toString() {
    return require('lab/report_table').tableOf(this);
  }

  [kInspect](depth, options) {
    return depth < 0 ? `[${this.constructor.name}]` : this.toString();
  }
}

// The times of the requests that count and that `isWanted` says.
function latenciesOf(run, state, isWanted) {
  const { scheduled, ended, states } = run;
  const found = [];
  for (let index = run.first; index < scheduled.length; index++) {
    if (states[index] === state.completed && isWanted(index)) {
      found[found.length] = ended[index] - scheduled[index];
    }
  }
  return found;
}

function countsOf(run, state, isWanted) {
  const counts = { requests: 0, completed: 0, failed: 0, timedOut: 0 };
  for (let index = run.first; index < run.states.length; index++) {
    if (!isWanted(index)) continue;
    counts.requests++;
    if (run.states[index] === state.completed) counts.completed++;
    else counts.failed++;
    if (run.states[index] === state.timedOut) counts.timedOut++;
  }
  return counts;
}

function lagOf(run, isWanted) {
  const { started, scheduled, first } = run;
  const found = [];
  for (let index = first; index < started.length; index++) {
    if (isWanted(index)) found[found.length] = started[index] - scheduled[index];
  }
  const { mean, p99, max } = summarize(found);
  return { mean, p99, max };
}

// What each worker has handled, and its share of the time; those that ended meanwhile could not be measured.
function byWorker(run, measured) {
  const shares = new Map(measured.map(({ id, busy, span }) => [id, span > 0 ? exact(busy / span) : NaN]));
  const ids = new Set([...shares.keys(), ...run.workers.subarray(run.first)]);
  ids.delete(0);
  return [...ids].sort((one, other) => one - other).map((id) => {
    const isWanted = (index) => run.workers[index] === id;
    let requests = 0;
    for (let index = run.first; index < run.workers.length; index++) if (isWanted(index)) requests++;
    return { id, requests, utilization: shares.get(id) ?? NaN, loopLag: lagOf(run, isWanted) };
  });
}

// The busy share of all workers' time together.
function meanUtilization(measured) {
  let busy = 0;
  let span = 0;
  for (let index = 0; index < measured.length; index++) {
    busy += measured[index].busy;
    span += measured[index].span;
  }
  return span > 0 ? exact(busy / span) : 0;
}

function utilizationOf({ idle, workers }, window) {
  if (workers !== undefined) return meanUtilization(workers);
  return window > 0 ? Math.min(1, Math.max(0, exact(1 - idle / window))) : 0;
}

function byPath(run, settings, state) {
  const found = {};
  for (let path = 0; path < settings.mix.length; path++) {
    const isWanted = (index) => run.paths[index] === path;
    found[settings.mix[path].label] = {
      ...countsOf(run, state, isWanted), latency: summarize(latenciesOf(run, state, isWanted)),
    };
  }
  return found;
}

/**
 * Makes the report of a load that is over. `usage` says how long the loop waited meanwhile, or, of a cluster, how long
 * each of its workers was busy.
 */
function makeReport(run, settings, usage, state) {
  const all = () => true;
  const start = run.scheduled[run.first];
  let end = run.closes;
  for (let index = run.first; index < run.ended.length; index++) {
    if (run.ended[index] > end) end = run.ended[index];
  }
  const window = end - start;
  let completions = 0;
  for (let index = 0; index < run.completedCount; index++) {
    if (run.completions[index] >= start && run.completions[index] <= end) completions++;
  }
  const { name, rps, arrivals, duration } = settings;
  return new LoadReport({
    name, rps, arrivals, duration, window: exact(window),
    ...countsOf(run, state, all),
    throughput: window > 0 ? exact(completions * 1000 / window) : 0,
    latency: summarize(latenciesOf(run, state, all)),
    inFlight: inFlight(run.scheduled, run.endings, start, end),
    // Of a request that no worker got to, nothing is known but when it was given up.
    loopLag: lagOf(run, usage.workers === undefined ? all : (index) => run.workers[index] !== 0),
    utilization: utilizationOf(usage, window),
    ...usage.workers && { workers: byWorker(run, usage.workers) },
    byPath: byPath(run, settings, state),
  });
}

module.exports = { LoadReport, makeReport };
