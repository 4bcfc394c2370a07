// SPDX-License-Identifier: MIT
'use strict';

/** Default options of `inspect`, on a module of its own so that the console can look at them without the rest. */
const defaultOptions = Object.seal({
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
});

module.exports = { defaultOptions, optionNames: Object.keys(defaultOptions) };
