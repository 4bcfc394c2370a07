// SPDX-License-Identifier: MIT
'use strict';

// How performance observers hear of their entries in Node, and which entries there are.

const { setImmediate } = require('node:timers');

module.exports = {
  // All that Node knows; without a network only functions, marks and measures come up.
  supportedEntryTypes: Object.freeze(
    ['dns', 'function', 'gc', 'http', 'http2', 'mark', 'measure', 'net', 'resource'],
  ),
  /** The entries of a type so far, for an observer that begins late. */
  bufferedEntries: (type) => require('internal/performance').performance.getEntriesByType(type),
  /** Calls back when it is the observers' turn. */
  schedule: setImmediate,
  /** Calls an observer. */
  call: Reflect.apply,
};
