// SPDX-License-Identifier: MIT
'use strict';

const replacement = '\ufffd';
// The characters windows-1252 has in place of the control codes 0x80 to 0x9f.
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const noBytes = new Uint8Array(0);

function concatenate(first, second) {
  if (first.length === 0) return second;
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

function sequenceLength(lead) {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}

function isSecondByte(lead, byte) {
  if (lead === 0xe0) return byte >= 0xa0 && byte <= 0xbf;
  if (lead === 0xed) return byte >= 0x80 && byte <= 0x9f;
  if (lead === 0xf0) return byte >= 0x90 && byte <= 0xbf;
  if (lead === 0xf4) return byte >= 0x80 && byte <= 0x8f;
  return byte >= 0x80 && byte <= 0xbf;
}

// How many bytes at the end start a UTF-8 sequence that more bytes may complete.
function incompleteUtf8Length(bytes) {
  for (let count = 1; count <= 3 && count <= bytes.length; count++) {
    const start = bytes.length - count;
    const lead = bytes[start];
    if (lead >= 0x80 && lead <= 0xbf) continue;
    const fits = sequenceLength(lead) > count && (count === 1 || isSecondByte(lead, bytes[start + 1]));
    return fits ? count : 0;
  }
  return 0;
}

/** UTF-8 decoder that keeps an incomplete sequence for the next call. */
class Utf8Decoder {
  pending = noBytes;

  constructor(fatal, ignoreBOM) {
    this.fatal = fatal;
    this.ignoreBOM = ignoreBOM;
    this.atStart = true;
  }

  decode(chunk, flush) {
    const bytes = concatenate(this.pending, chunk);
    const kept = flush ? 0 : incompleteUtf8Length(bytes);
    const whole = kept === 0 ? bytes : bytes.subarray(0, bytes.length - kept);
    const keepBOM = this.ignoreBOM || !this.atStart;
    this.pending = kept === 0 ? noBytes : bytes.slice(bytes.length - kept);
    this.atStart = flush || (this.atStart && whole.length === 0);
    try {
      return whole.length === 0 ? '' : binding.utf8Decode(whole, this.fatal, keepBOM);
    } catch (error) {
      this.pending = noBytes;
      this.atStart = true;
      throw error;
    }
  }
}

function appendCodeUnits(output, bytes, from, littleEndian) {
  const units = [];
  for (let i = from; i + 1 < bytes.length; i += 2) {
    units.push(littleEndian ? bytes[i] | (bytes[i + 1] << 8) : (bytes[i] << 8) | bytes[i + 1]);
    // In pieces, because each unit is an argument.
    if (units.length === 4096) {
      output += String.fromCharCode.apply(null, units);
      units.length = 0;
    }
  }
  return output + String.fromCharCode.apply(null, units);
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** UTF-16 decoder that keeps an odd byte and a high surrogate for the next call. */
class Utf16Decoder {
  pending = noBytes;
  highSurrogate = '';

  constructor(fatal, ignoreBOM, littleEndian = true) {
    this.fatal = fatal;
    this.ignoreBOM = ignoreBOM;
    this.littleEndian = littleEndian;
    this.atStart = true;
  }

  decode(chunk, flush) {
    const bytes = concatenate(this.pending, chunk);
    const odd = bytes.length % 2;
    let text = this.highSurrogate + appendCodeUnits('', bytes, 0, this.littleEndian);
    this.pending = odd === 1 && !flush ? bytes.slice(-1) : noBytes;
    this.highSurrogate = '';
    if (!flush && /[\ud800-\udbff]$/.test(text)) {
      this.highSurrogate = text[text.length - 1];
      text = text.slice(0, -1);
    }
    // A high surrogate and an odd byte after it are one mistake.
    const isTruncated = flush && odd === 1 && !/[\ud800-\udbff]$/.test(text);
    const repaired = text.replace(loneSurrogate, replacement) + (isTruncated ? replacement : '');
    const dropBOM = this.atStart && !this.ignoreBOM && repaired[0] === '\ufeff';
    this.atStart = flush || (this.atStart && text === '');
    if (this.fatal && repaired !== text) {
      this.pending = noBytes;
      this.atStart = true;
      throw new TypeError('malformed UTF-16');
    }
    return dropBOM ? repaired.slice(1) : repaired;
  }
}

/** The bytes as ISO 8859-1 text. */
function decodeLatin1(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode.apply(null, bytes.subarray(i, i + 4096));
  return text;
}

/** Decoder for windows-1252, which has a character for every byte. */
class Windows1252Decoder {
  decode(chunk) {
    return decodeLatin1(chunk).replace(/[\x80-\x9f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80]);
  }
}

module.exports = { Utf16Decoder, Utf8Decoder, Windows1252Decoder, concatenate, decodeLatin1 };
