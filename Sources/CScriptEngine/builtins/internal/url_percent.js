// SPDX-License-Identifier: MIT
'use strict';

// Percent-encode sets of the URL Standard, section 1.3, as patterns of the code points to encode.
const fragmentSet = /[\x00-\x20"<>`\x7f-\u{10ffff}]/gu;
const querySet = /[\x00-\x20"#<>\x7f-\u{10ffff}]/gu;
const specialQuerySet = /[\x00-\x20"#'<>\x7f-\u{10ffff}]/gu;
// The caret, a later addition to the standard, is not encoded by Node 20.
const pathSet = /[\x00-\x20"#<>?`{}\x7f-\u{10ffff}]/gu;
const userinfoSet = /[\x00-\x20"#/:;<=>?@[\\\]^`{|}\x7f-\u{10ffff}]/gu;
const controlSet = /[\x00-\x1f\x7f-\u{10ffff}]/gu;
const formSet = /[\x00-\x29+,/:;<=>?@[\\\]^`{|}~\x7f-\u{10ffff}]/gu;

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const surrogate = /[\ud800-\udfff]/;

/** Replaces lone surrogates by U+FFFD, as Web IDL's conversion to USVString does. */
function toUSVString(value) {
  const string = `${value}`;
  return surrogate.test(string) ? string.replace(loneSurrogate, '\ufffd') : string;
}

function encodeCodePoint(codePoint) {
  const value = codePoint.charCodeAt(0);
  if (value > 0x7f) return encodeURIComponent(codePoint);
  return (value < 16 ? '%0' : '%') + value.toString(16).toUpperCase();
}

/** UTF-8 percent-encodes the code points of `string` that are in `set`. */
function percentEncode(string, set) {
  return string.replace(set, encodeCodePoint);
}

/** Serializes one name or value as application/x-www-form-urlencoded. */
function formEncode(string) {
  return string.replace(formSet, (codePoint) => {
    if (codePoint === ' ') return '+';
    return codePoint === '*' ? '*' : encodeCodePoint(codePoint);
  });
}

function decodeBytes(run) {
  try {
    return decodeURIComponent(run);
  } catch {
    const bytes = new Uint8Array(run.length / 3);
    for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(run.slice(3 * i + 1, 3 * i + 3), 16);
    return binding.utf8Decode(bytes, false, true);
  }
}

/** Percent-decodes `string` and reads the bytes as UTF-8, malformed sequences becoming U+FFFD. */
function percentDecode(string) {
  if (!string.includes('%')) return string;
  // Only a run of escapes can hold a multi-byte sequence: literal text around it is whole already.
  return string.replace(/(?:%[0-9a-f]{2})+/gi, decodeBytes);
}

module.exports = {
  controlSet,
  formEncode,
  fragmentSet,
  pathSet,
  percentDecode,
  percentEncode,
  querySet,
  specialQuerySet,
  toUSVString,
  userinfoSet,
};
