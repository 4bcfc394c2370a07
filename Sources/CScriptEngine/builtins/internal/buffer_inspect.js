// SPDX-License-Identifier: MIT
'use strict';

// How a buffer is shown: `<Buffer 68 69 ... 3 more bytes>`, with the properties that a program gave it.

const { isEnumerable, ownKeysOf, slice } = require('internal/intrinsics');
const { decode, hex } = require('internal/buffer_encodings');

const custom = Symbol.for('nodejs.util.inspect.custom');
const settings = { maxBytes: 50 };

function hexPairs(buffer, count) {
  const digits = decode(buffer, hex, 0, count);
  let text = '';
  for (let at = 0; at < digits.length; at += 2) text += `${at === 0 ? '' : ' '}${slice(digits, at, at + 2)}`;
  return text;
}

// The properties apart from the elements, as inspect shows them between its braces.
function propertiesText(buffer, options, inspect) {
  const keys = ownKeysOf(buffer);
  const shown = { __proto__: null };
  let hasAny = false;
  for (let i = buffer.length; i < keys.length; i++) {
    if (!options.showHidden && !isEnumerable(buffer, keys[i])) continue;
    hasAny = true;
    shown[keys[i]] = buffer[keys[i]];
  }
  if (!hasAny) return '';
  const text = inspect(shown, { ...options, breakLength: Infinity, compact: true });
  return slice(text, '[Object: null prototype] { '.length, -' }'.length);
}

/** Gives Buffer's prototype what shows it, and the names of old for its memory. */
function install(Buffer) {
  const { prototype } = Buffer;
  const method = {
    inspect(recurseTimes, ctx) {
      const shown = Math.min(settings.maxBytes, this.length);
      const rest = this.length - shown;
      let text = hexPairs(this, shown);
      if (rest > 0) text += ` ... ${rest} more byte${rest > 1 ? 's' : ''}`;
      if (ctx) {
        const properties = propertiesText(this, ctx, require('internal/inspect').inspect);
        if (properties !== '') text += `${text === '' ? '' : ', '}${properties}`;
      }
      return `<${this.constructor.name} ${text}>`;
    },
  }.inspect;
  prototype.inspect = method;
  prototype[custom] = method;
  Object.defineProperties(prototype, {
    parent: { enumerable: true, get() { return this instanceof Buffer ? this.buffer : undefined; } },
    offset: { enumerable: true, get() { return this instanceof Buffer ? this.byteOffset : undefined; } },
  });
}

module.exports = { install, settings };
