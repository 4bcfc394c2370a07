// SPDX-License-Identifier: MIT
'use strict';

// process.env: strings only, as the environment is. The host keeps the variables, because threads may share them.

const { environmentNames, getVariable, setVariable, removeVariable } = binding;

function assign(name, value) {
  if (typeof name === 'symbol' || typeof value === 'symbol') {
    throw new TypeError('Cannot convert a Symbol value to a string');
  }
  setVariable(name, `${value}`);
  return true;
}

function descriptorOf(value) {
  return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
}

/** An object over the environment; what is assigned becomes a string. */
function makeEnv() {
  const target = Object.create(Object.prototype);
  const own = (name) => (typeof name === 'symbol' ? undefined : getVariable(name));
  return new Proxy(target, {
    get: (object, name) => own(name) ?? object[name],
    has: (object, name) => own(name) !== undefined || name in object,
    set: (object, name, value) => assign(name, value),
    deleteProperty(object, name) {
      if (typeof name !== 'symbol') removeVariable(name);
      return true;
    },
    ownKeys: () => environmentNames(),
    getOwnPropertyDescriptor: (object, name) => descriptorOf(own(name)),
    defineProperty(object, name, descriptor) {
      const { codes } = require('internal/errors');
      if ('get' in descriptor || 'set' in descriptor) {
        throw new codes.ERR_INVALID_ARG_VALUE('descriptor', descriptor,
          "'process.env' does not accept an accessor(getter/setter) descriptor");
      }
      return assign(name, descriptor.value);
    },
  });
}

module.exports = { makeEnv };
