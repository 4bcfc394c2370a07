// SPDX-License-Identifier: MIT
'use strict';

const { numberToFixed, padStart, split } = require('internal/intrinsics');

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Writes a duration as Node's `console.time` does: 1.234ms, 1.500s, 1:05.000 (m:ss.mmm), 1:01:05.000 (h:mm:ss.mmm). */
function formatDuration(milliseconds) {
  if (milliseconds < second) return `${Number(numberToFixed(milliseconds, 3))}ms`;
  if (milliseconds < minute) return `${numberToFixed(milliseconds / second, 3)}s`;
  const hours = Math.floor(milliseconds / hour);
  const minutes = Math.floor((milliseconds % hour) / minute);
  const parts = split(numberToFixed((milliseconds % minute) / second, 3), '.');
  const seconds = `${padStart(parts[0], 2, '0')}.${parts[1]}`;
  if (hours === 0) return `${minutes}:${seconds} (m:ss.mmm)`;
  return `${hours}:${padStart(`${minutes}`, 2, '0')}:${seconds} (h:mm:ss.mmm)`;
}

module.exports = { formatDuration };
