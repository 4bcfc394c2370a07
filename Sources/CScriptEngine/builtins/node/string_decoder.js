// SPDX-License-Identifier: MIT
'use strict';

const decoders = require('internal/encoding_decoders');

const encodings = {
  utf8: 'utf8', 'utf-8': 'utf8',
  utf16le: 'utf16le', 'utf-16le': 'utf16le', ucs2: 'utf16le', 'ucs-2': 'utf16le',
  latin1: 'latin1', binary: 'latin1',
  ascii: 'ascii', hex: 'hex', base64: 'base64', base64url: 'base64url',
};

function codes() {
  return require('internal/errors').codes;
}

function normalizeEncoding(encoding) {
  const name = encodings[encoding === undefined || encoding === null ? 'utf8' : `${encoding}`.toLowerCase()];
  if (name === undefined) throw new (codes().ERR_UNKNOWN_ENCODING)(encoding);
  return name;
}

function bytesOf(buffer) {
  if (ArrayBuffer.isView(buffer)) return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  throw new (codes().ERR_INVALID_ARG_TYPE)('buf', ['Buffer', 'TypedArray', 'DataView'], buffer);
}

function toBase64(bytes) {
  return require('internal/encoding_base64').encodeBytes(bytes.length, (i) => bytes[i]);
}

function toBase64url(bytes) {
  return toBase64(bytes).replace(/=+$/, '').replace(/\+/g, '-').replace(/\//g, '_');
}

function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function toAscii(bytes) {
  return decoders.decodeLatin1(bytes.map((byte) => byte & 0x7f));
}

/** Base64 stands for groups of three bytes, so what is left of a group waits for more. */
class GroupDecoder {
  #pending = new Uint8Array(0);
  #convert;

  constructor(convert) {
    this.#convert = convert;
  }

  get pendingLength() {
    return this.#pending.length;
  }

  decode(chunk, flush) {
    const bytes = decoders.concatenate(this.#pending, chunk);
    const whole = flush ? bytes.length : bytes.length - (bytes.length % 3);
    this.#pending = bytes.slice(whole);
    return this.#convert(bytes.subarray(0, whole));
  }
}

function createDecoder(encoding) {
  switch (encoding) {
    case 'utf8': return new decoders.Utf8Decoder(false, true);
    case 'utf16le': return new UnitDecoder();
    case 'base64': return new GroupDecoder(toBase64);
    case 'base64url': return new GroupDecoder(toBase64url);
    case 'hex': return { decode: toHex };
    case 'ascii': return { decode: toAscii };
    default: return { decode: decoders.decodeLatin1 };
  }
}

/** UTF-16 code units, kept as they are; a high surrogate at the end waits for its other half. */
class UnitDecoder {
  pending = new Uint8Array(0);

  decode(chunk, flush) {
    const bytes = decoders.concatenate(this.pending, chunk);
    let whole = bytes.length - (bytes.length % 2);
    const isHalfPair = whole >= 2 && bytes[whole - 1] >= 0xd8 && bytes[whole - 1] <= 0xdb;
    if (!flush && isHalfPair) whole -= 2;
    this.pending = flush ? new Uint8Array(0) : bytes.slice(whole);
    let text = '';
    for (let i = 0; i < whole; i += 2) text += String.fromCharCode(bytes[i] | (bytes[i + 1] << 8));
    return text;
  }
}

const decoderOf = new WeakMap();

/** Turns chunks of bytes into text without splitting characters. */
function StringDecoder(encoding) {
  this.encoding = normalizeEncoding(encoding);
  decoderOf.set(this, createDecoder(this.encoding));
}

function stateOf(decoder) {
  const state = decoderOf.get(decoder);
  if (state === undefined) throw new (codes().ERR_INVALID_THIS)('StringDecoder');
  return state;
}

StringDecoder.prototype.write = function write(buf) {
  if (typeof buf === 'string') return buf;
  const bytes = bytesOf(buf);
  return stateOf(this).decode(bytes, false);
};

StringDecoder.prototype.end = function end(buf) {
  const text = buf === undefined ? '' : this.write(buf);
  return text + stateOf(this).decode(new Uint8Array(0), true);
};

StringDecoder.prototype.text = function text(buf, offset) {
  const state = stateOf(this);
  state.decode(new Uint8Array(0), true);
  return this.write(bytesOf(buf).subarray(offset));
};

module.exports = { StringDecoder };
