// SPDX-License-Identifier: MIT
'use strict';

// `performance` as a page has it: without what only Node's has.

const node = require('internal/performance');

const { Performance } = node;
delete Performance.prototype.eventLoopUtilization;
delete Performance.prototype.timerify;
Object.defineProperty(Performance.prototype, 'toJSON', {
  value: function toJSON() {
    return { timeOrigin: this.timeOrigin };
  },
  writable: true, enumerable: true, configurable: true,
});

module.exports = node;
