// SPDX-License-Identifier: MIT
'use strict';

/** A check that failed: a line, and what stands below it. */
class CheckFailure extends Error {
  constructor(message, { expected, got, hint } = {}) {
    super(message);
    this.name = 'CheckFailure';
    const lines = [];
    if (expected !== undefined) lines.push(`expected  ${expected}`);
    if (got !== undefined) lines.push(`got       ${got}`);
    if (hint !== undefined) lines.push(hint);
    this.details = lines;
  }
}

module.exports = { CheckFailure };
