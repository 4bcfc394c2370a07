// SPDX-License-Identifier: MIT
'use strict';

// The sentences shared by coded errors: what was expected, what was received.

function inspect(value, options) {
  return require('internal/inspect').inspect(value, options);
}

const primitiveTypes = new Set([
  'string', 'function', 'number', 'object', 'Function', 'Object', 'boolean', 'bigint', 'symbol',
]);
const className = /^(?:[A-Z][a-z0-9]*)+$/;

/** Joins words as in "a", "a or b", "a, b, or c". */
function joinList(words, conjunction) {
  if (words.length < 2) return words.join('');
  if (words.length === 2) return `${words[0]} ${conjunction} ${words[1]}`;
  return `${words.slice(0, -1).join(', ')}, ${conjunction} ${words[words.length - 1]}`;
}

/** Quotes a name, or several alternatives joined by "or". */
function quoteList(name) {
  return Array.isArray(name) ? name.map((each) => `"${each}"`).join(' or ') : `"${name}"`;
}

/** Describes a received value: `undefined`, `function f`, `an instance of Map`, `type number (5)`. */
function describeReceived(value) {
  if (value == null) return `${value}`;
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') {
    if (value.constructor?.name) return `an instance of ${value.constructor.name}`;
    return inspect(value, { depth: -1 });
  }
  if (typeof value === 'string') {
    const shown = value.length > 28 ? `${value.slice(0, 25)}...` : value;
    return `type string (${shown.includes("'") ? JSON.stringify(shown) : `'${shown}'`})`;
  }
  return `type ${typeof value} (${inspect(value, { colors: false })})`;
}

function sortExpectations(expected) {
  const types = [];
  const instances = [];
  const others = [];
  for (const each of expected) {
    if (primitiveTypes.has(each)) types.push(each.toLowerCase());
    else if (className.test(each)) instances.push(each);
    else others.push(each);
  }
  // "an instance of Foo or Object" reads better than "of type object or an instance of Foo".
  const objectAt = types.indexOf('object');
  if (instances.length > 0 && objectAt !== -1) {
    types.splice(objectAt, 1);
    instances.push('Object');
  }
  return { types, instances, others };
}

function describeExpected(expected) {
  const { types, instances, others } = sortExpectations(expected);
  const parts = [];
  if (types.length > 0) parts.push(`${types.length > 1 ? 'one of type' : 'of type'} ${joinList(types, 'or')}`);
  if (instances.length > 0) parts.push(`an instance of ${joinList(instances, 'or')}`);
  if (others.length > 1) {
    parts.push(`one of ${joinList(others, 'or')}`);
  } else if (others.length === 1) {
    parts.push(others[0].toLowerCase() === others[0] ? others[0] : `an ${others[0]}`);
  }
  return parts.join(' or ');
}

/** Text of ERR_INVALID_ARG_TYPE; `expected` is one or several type names, class names or phrases. */
function invalidArgType(name, expected, actual) {
  const kind = name.includes('.') ? 'property' : 'argument';
  const subject = name.endsWith(' argument') ? `The ${name}` : `The "${name}" ${kind}`;
  const alternatives = Array.isArray(expected) ? expected : [expected];
  return `${subject} must be ${describeExpected(alternatives)}. Received ${describeReceived(actual)}`;
}

/** Text of ERR_INVALID_ARG_VALUE. */
function invalidArgValue(name, value, reason = 'is invalid') {
  let text = inspect(value);
  if (text.length > 128) text = `${text.slice(0, 128)}...`;
  return `The ${name.includes('.') ? 'property' : 'argument'} '${name}' ${reason}. Received ${text}`;
}

function groupDigits(digits) {
  const sign = digits.startsWith('-') ? '-' : '';
  let rest = digits.slice(sign.length);
  let grouped = '';
  while (rest.length > 3) {
    grouped = `_${rest.slice(-3)}${grouped}`;
    rest = rest.slice(0, -3);
  }
  return `${sign}${rest}${grouped}`;
}

/** Text of ERR_OUT_OF_RANGE; big numbers are grouped by underscores. */
function outOfRange(name, range, value, replaceDefault = false) {
  let received;
  if (Number.isInteger(value) && Math.abs(value) > 2 ** 32) {
    received = groupDigits(String(value));
  } else if (typeof value === 'bigint') {
    const limit = 2n ** 32n;
    received = `${value > limit || value < -limit ? groupDigits(String(value)) : value}n`;
  } else {
    received = inspect(value);
  }
  const subject = replaceDefault ? name : `The value of "${name}" is out of range.`;
  return `${subject} It must be ${range}. Received ${received}`;
}

module.exports = {
  describeReceived,
  invalidArgType,
  invalidArgValue,
  joinList,
  outOfRange,
  quoteList,
};
