// SPDX-License-Identifier: MIT
'use strict';

// process.env: strings only, as the environment is. The host keeps the variables, because threads may share them.

const { environmentNames, getVariable, setVariable, removeVariable } = binding;
const { prototype } = Object;
const { get, has } = Reflect;

function assign(target, name, value) {
  if (typeof name === 'symbol' || typeof value === 'symbol') {
    throw new TypeError('Cannot convert a Symbol value to a string');
  }
  const text = `${value}`;
  setVariable(name, text);
  target[name] = text;
  return true;
}

function descriptorOf(value) {
  return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
}

/** An object over the environment; what is assigned becomes a string. */
function makeEnv() {
  // Inspecting a proxy shows its target, so that has what this thread knows of.
  const target = Object.create(Object.prototype);
  for (const name of environmentNames()) target[name] = getVariable(name);
  const own = (name) => (typeof name === 'symbol' ? undefined : getVariable(name));
  return new Proxy(target, {
    get: (object, name, receiver) => own(name) ?? get(prototype, name, receiver),
    has: (object, name) => own(name) !== undefined || has(prototype, name),
    set: (object, name, value) => assign(object, name, value),
    deleteProperty(object, name) {
      if (typeof name !== 'symbol') removeVariable(name);
      return delete object[name];
    },
    ownKeys: () => environmentNames(),
    getOwnPropertyDescriptor: (object, name) => descriptorOf(own(name)),
    defineProperty(object, name, descriptor) {
      const { codes } = require('internal/errors');
      if ('get' in descriptor || 'set' in descriptor) {
        throw new codes.ERR_INVALID_ARG_VALUE('descriptor', descriptor,
          "'process.env' does not accept an accessor(getter/setter) descriptor");
      }
      return assign(object, name, descriptor.value);
    },
  });
}

module.exports = { makeEnv };
