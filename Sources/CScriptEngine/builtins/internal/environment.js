// SPDX-License-Identifier: MIT
'use strict';

// process.env: strings only, as the environment is.

const { getEnvironment, setPoolSize } = binding;

/** An object over a copy of the environment; what is assigned becomes a string. */
function makeEnv() {
  const values = Object.create(Object.prototype);
  const pairs = getEnvironment();
  for (let index = 0; index < pairs.length; index += 2) values[pairs[index]] = pairs[index + 1];
  return new Proxy(values, {
    set(target, name, value) {
      if (typeof name === 'symbol' || typeof value === 'symbol') {
        throw new TypeError('Cannot convert a Symbol value to a string');
      }
      target[name] = `${value}`;
      // The pool starts with its first job and reads its size then.
      if (name === 'UV_THREADPOOL_SIZE') setPoolSize(target[name]);
      return true;
    },
    defineProperty(target, name, descriptor) {
      const { codes } = require('internal/errors');
      if ('get' in descriptor || 'set' in descriptor) {
        throw new codes.ERR_INVALID_ARG_VALUE('descriptor', descriptor,
          "'process.env' does not accept an accessor(getter/setter) descriptor");
      }
      target[name] = `${descriptor.value}`;
      return true;
    },
  });
}

module.exports = { makeEnv };
