// SPDX-License-Identifier: MIT
'use strict';

let isListed;

// NODE_DEBUG is a list of section names, in any case, with `*` for any text.
function listed(section) {
  if (isListed === undefined) {
    const value = globalThis.process.env.NODE_DEBUG ?? '';
    const pattern = value.replace(/[|\\{}()[\]^$+?.]/g, '\\$&').replaceAll('*', '.*').replaceAll(',', '$|^');
    const matcher = new RegExp(`^${pattern}$`, 'i');
    isListed = value === '' ? () => false : (name) => matcher.test(name);
  }
  return isListed(section);
}

/** A logger that writes to standard error when the environment variable NODE_DEBUG names `section`. */
function debuglog(section, onReady = undefined) {
  const name = section.toUpperCase();
  let enabled;
  const isEnabled = () => (enabled ??= listed(name));
  function write(args) {
    const { formatWithOptions } = require('internal/inspect');
    const { process } = globalThis;
    process.stderr.write(`${name} ${process.pid}: ${formatWithOptions({}, ...args)}\n`);
  }
  let announced = false;
  const logger = (...args) => {
    if (!announced) {
      announced = true;
      if (typeof onReady === 'function') onReady(isEnabled() ? (...rest) => write(rest) : () => {});
    }
    if (isEnabled()) write(args);
  };
  Object.defineProperty(logger, 'enabled', { __proto__: null, get: isEnabled, configurable: true, enumerable: true });
  return logger;
}

module.exports = { debuglog };
