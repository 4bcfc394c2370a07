// SPDX-License-Identifier: MIT
'use strict';

// A load's report as text of at most 80 columns.

const columns = ['min', 'mean', 'p50', 'p90', 'p95', 'p99', 'max'];
const labelWidth = 22;
const countWidth = 9;
const timeWidth = 7;

// Three figures of what is small, whole numbers of what is not.
function shorten(value) {
  if (value === undefined || Number.isNaN(value)) return '-';
  if (value < 10) return value.toFixed(2);
  if (value < 100) return value.toFixed(1);
  return value < 999_999.5 ? value.toFixed(0) : value.toExponential(1);
}

// A number as it is written, but with two digits behind the point at most.
function plain(value) {
  return `${Math.round(value * 100) / 100}`;
}

function fit(text, width) {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

function row(label, count, times) {
  const cells = columns.map((key) => shorten(times[key]).padStart(timeWidth));
  return `${fit(label, labelWidth)}${`${count}`.padStart(countWidth)}${cells.join('')}`;
}

// The most of what is known: a worker that ended during the load has no share.
function ofWorkers(workers) {
  let most = 0;
  for (let index = 0; index < workers.length; index++) {
    if (workers[index].utilization > most) most = workers[index].utilization;
  }
  return ` on average, ${plain(most * 100)} % at most, of ${workers.length} workers`;
}

function workerRow({ id, requests, utilization, loopLag }) {
  const share = Number.isNaN(utilization) ? '-' : `${plain(utilization * 100)} %`;
  return row(`  worker ${id}`.padEnd(12) + share, requests, loopLag);
}

/** The table of a report. */
function tableOf(report) {
  const { name, rps, arrivals, duration, requests, completed, failed, timedOut, throughput, latency, inFlight, loopLag,
    utilization, byPath, window, workers } = report;
  const rhythm = arrivals === 'even' ? 'evenly' : 'at random';
  const header = columns.map((key) => key.padStart(timeWidth)).join('');
  const lines = [
    `load on ${fit(name, Math.min(name.length, 24))}: ${plain(rps)}/s ${rhythm} for ${plain(duration / 1000)} s`,
    `  completed    ${completed} of ${requests} in ${plain(window / 1000)} s` +
      `${failed > 0 ? `, ${failed} failed` : ''}${timedOut > 0 ? `, ${timedOut} of them by timeout` : ''}`,
    `  throughput   ${plain(throughput)}/s`,
    `  utilization  ${plain(utilization * 100)} %${workers ? ofWorkers(workers) : ''}`,
    `  in flight    ${plain(inFlight.mean)} on average, ${inFlight.max} at most`,
    '',
    `${'milliseconds'.padEnd(labelWidth)}${'requests'.padStart(countWidth)}${header}`,
    row('latency', completed, latency),
    row('loop lag', requests, loopLag),
  ];
  if (workers !== undefined) lines.push(...workers.map(workerRow));
  const paths = Object.keys(byPath);
  if (paths.length > 1) {
    for (let index = 0; index < paths.length; index++) {
      const { completed: count, latency: times } = byPath[paths[index]];
      lines[lines.length] = row(`  ${paths[index]}`, count, times);
    }
  }
  return lines.join('\n');
}

module.exports = { tableOf };
