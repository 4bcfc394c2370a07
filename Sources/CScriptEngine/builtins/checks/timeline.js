// SPDX-License-Identifier: MIT
'use strict';

// What happened before a check failed, in virtual time: calls of scripted functions, timers, output.

const { time } = require('checks/time');
const { recordedEvents } = binding;

const entryLimit = 12;
const entries = [];

/** Notes what has happened by now. */
function note(text) {
  entries.push({ ms: time.now(), text });
}

// A line of the record: "1200 timer a.js:3:7 runs".
function parsed(line) {
  const space = line.indexOf(' ');
  return { ms: Math.floor(Number(line.slice(0, space)) * 10 + 1e-6) / 10, text: line.slice(space + 1) };
}

/** The last of what was noted and recorded, each line with its milliseconds. */
function timelineLines() {
  const all = [...recordedEvents().map(parsed), ...entries];
  // Stable: within a millisecond what was recorded stands before what checks noted of it.
  all.sort((first, second) => first.ms - second.ms);
  const last = all.slice(-entryLimit);
  const width = Math.max(0, ...last.map(({ ms }) => String(ms).length));
  const lines = last.map(({ ms, text }) => `${String(ms).padStart(width)} ms  ${text}`);
  if (all.length > last.length) lines.unshift(`${all.length - last.length} earlier events`);
  return lines;
}

module.exports = { note, timelineLines };
