// SPDX-License-Identifier: MIT
'use strict';

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

function errorCodes() {
  return require('internal/errors').codes;
}

function nativeTypeError(code, message) {
  return require('internal/errors').nativeError(TypeError, code, message);
}

function requireInstance(isInstance, name) {
  if (!isInstance) throw new (errorCodes().ERR_INVALID_THIS)(name);
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

/** How many UTF-16 units of `text` fit into `limit` bytes of UTF-8. */
function unitsThatFit(text, limit) {
  let used = 0;
  let i = 0;
  while (i < text.length) {
    const codePoint = text.codePointAt(i);
    const size = 1 + (codePoint > 0x7f) + (codePoint > 0x7ff) + (codePoint > 0xffff);
    if (used + size > limit) break;
    used += size;
    i += codePoint > 0xffff ? 2 : 1;
  }
  return i;
}

/** The Encoding Standard's TextEncoder: UTF-8 only. */
class TextEncoder {
  #isEncoder = true;

  get encoding() {
    requireInstance(isObject(this) && #isEncoder in this, 'TextEncoder');
    return 'utf-8';
  }

  encode(input = '') {
    requireInstance(isObject(this) && #isEncoder in this, 'TextEncoder');
    return binding.utf8Encode(`${input}`);
  }

  encodeInto(src, dest) {
    requireInstance(isObject(this) && #isEncoder in this, 'TextEncoder');
    require('internal/validators').validateString(src, 'src');
    if (binding.classOf(dest) !== 'Uint8Array') {
      throw new (errorCodes().ERR_INVALID_ARG_TYPE)('dest', 'Uint8Array', dest);
    }
    // No unit takes more than three bytes, so the short cut needs no count.
    const read = src.length * 3 <= dest.length ? src.length : unitsThatFit(src, dest.length);
    const bytes = binding.utf8Encode(read === src.length ? src : src.slice(0, read));
    dest.set(bytes);
    return { read, written: bytes.length };
  }

  [inspectSymbol](depth, options, inspect) {
    requireInstance(isObject(this) && #isEncoder in this, 'TextEncoder');
    if (typeof depth === 'number' && depth < 0) return options.stylize(`[${this.constructor.name}]`, 'special');
    return inspect({ encoding: this.encoding }, options);
  }
}

function bytesOf(input, name, kinds) {
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  const kind = binding.classOf(input);
  if (kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer') return new Uint8Array(input);
  throw nativeTypeError('ERR_INVALID_ARG_TYPE', `The "${name}" argument must be an instance of ${kinds}.`);
}

function checkOptions(options) {
  if (options === null || options === undefined) return;
  if (typeof options !== 'object' && typeof options !== 'function') {
    throw new (errorCodes().ERR_INVALID_ARG_TYPE)('options', 'Object', options);
  }
}

function createDecoder(encoding, fatal, ignoreBOM) {
  const { Utf16Decoder, Utf8Decoder, Windows1252Decoder } = require('internal/encoding_decoders');
  if (encoding === 'utf-8') return new Utf8Decoder(fatal, ignoreBOM);
  if (encoding === 'windows-1252') return new Windows1252Decoder();
  return new Utf16Decoder(fatal, ignoreBOM, encoding === 'utf-16le');
}

/** The Encoding Standard's TextDecoder for UTF-8, UTF-16 and windows-1252. */
class TextDecoder {
  #encoding;
  #fatal;
  #ignoreBOM;
  #decoder = null;
  #hasStreamed = false;

  constructor(encoding = 'utf-8', options = undefined) {
    const label = `${encoding}`;
    checkOptions(options);
    const name = label === 'utf-8' ? label : require('internal/encoding_labels').encodingFromLabel(label);
    if (name === undefined) throw new (errorCodes().ERR_ENCODING_NOT_SUPPORTED)(label);
    this.#encoding = name;
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }

  #bytesOf(input) {
    if (!this.#hasStreamed && this.#encoding === 'windows-1252') {
      return bytesOf(input, 'input', 'ArrayBuffer, SharedArrayBuffer, or ArrayBufferView');
    }
    const name = !this.#hasStreamed && this.#encoding === 'utf-8' ? 'list' : 'input';
    return bytesOf(input, name, 'SharedArrayBuffer, ArrayBuffer or ArrayBufferView');
  }

  decode(input = new Uint8Array(0), options = undefined) {
    requireInstance(isObject(this) && #decoder in this, 'TextDecoder');
    const stream = Boolean(options?.stream);
    if (stream) this.#hasStreamed = true;
    const bytes = this.#bytesOf(input);
    // Node reads the label's name literally, as Latin-1, until a decoder is used for a stream.
    if (this.#encoding === 'windows-1252' && !this.#hasStreamed) {
      return require('internal/encoding_decoders').decodeLatin1(bytes);
    }
    try {
      if (this.#encoding === 'utf-8' && !this.#hasStreamed) {
        return binding.utf8Decode(bytes, this.#fatal, this.#ignoreBOM);
      }
      this.#decoder ??= createDecoder(this.#encoding, this.#fatal, this.#ignoreBOM);
      return this.#decoder.decode(bytes, !stream);
    } catch {
      throw nativeTypeError(
        'ERR_ENCODING_INVALID_ENCODED_DATA', `The encoded data was not valid for encoding ${this.#encoding}`,
      );
    }
  }

  get encoding() {
    requireInstance(isObject(this) && #decoder in this, 'TextDecoder');
    return this.#encoding;
  }

  get fatal() {
    requireInstance(isObject(this) && #decoder in this, 'TextDecoder');
    return this.#fatal;
  }

  get ignoreBOM() {
    requireInstance(isObject(this) && #decoder in this, 'TextDecoder');
    return this.#ignoreBOM;
  }

  [inspectSymbol](depth, options, inspect) {
    requireInstance(isObject(this) && #decoder in this, 'TextDecoder');
    if (typeof depth === 'number' && depth < 0) return options.stylize(`[${this.constructor.name}]`, 'special');
    const shown = { encoding: this.#encoding, fatal: this.#fatal, ignoreBOM: this.#ignoreBOM };
    return `${this.constructor.name} ${inspect(shown, options)}`;
  }
}

function finishClass(constructor, names) {
  for (const name of names) Object.defineProperty(constructor.prototype, name, { enumerable: true });
  Object.defineProperty(constructor.prototype, Symbol.toStringTag, { value: constructor.name, configurable: true });
}
finishClass(TextEncoder, ['encoding', 'encode', 'encodeInto']);
finishClass(TextDecoder, ['decode', 'encoding', 'fatal', 'ignoreBOM']);

module.exports = {
  TextDecoder,
  TextEncoder,
  /** The string of bytes that Base64 text stands for. */
  get atob() {
    return require('internal/encoding_base64').atob;
  },
  /** Base64 of a string whose characters are bytes. */
  get btoa() {
    return require('internal/encoding_base64').btoa;
  },
};
