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

let first;

/** Remembers an expectation that was not met: the check has failed, whoever catches what is thrown. */
function noteFailure(failure) {
  first ??= failure;
}

/** The first expectation that was not met; undefined if all were. */
const firstFailure = () => first;

/** Forgets what happened before another check. */
function forgetFailures() {
  first = undefined;
}

module.exports = { CheckFailure, noteFailure, firstFailure, forgetFailures };
