// SPDX-License-Identifier: MIT
'use strict';

// Errors of wrong arguments in Chrome's words, for the functions of a page.

const { defineProperty } = Object;

/** Throws when fewer arguments came than an operation requires. */
function requireArguments(count, required, operation, owner) {
  if (count >= required) return;
  const noun = required === 1 ? 'argument' : 'arguments';
  throw new TypeError(
    `Failed to execute '${operation}' on '${owner}': ${required} ${noun} required, but only ${count} present.`);
}

/** Throws when an argument is no function. */
function requireFunction(value, operation, owner = 'Window') {
  if (typeof value === 'function') return;
  throw new TypeError(`Failed to execute '${operation}' on '${owner}': parameter 1 is not of type 'Function'.`);
}

/** Makes the members of an interface enumerable and names it, as interfaces of a page are. */
function finishInterface(constructor, members) {
  for (let index = 0; index < members.length; index++) {
    defineProperty(constructor.prototype, members[index], { __proto__: null, enumerable: true });
  }
  defineProperty(constructor.prototype, Symbol.toStringTag, {
    __proto__: null, value: constructor.name, configurable: true,
  });
}

module.exports = { requireArguments, requireFunction, finishInterface };
