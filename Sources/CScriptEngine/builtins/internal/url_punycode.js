// SPDX-License-Identifier: MIT
'use strict';

// Punycode, RFC 3492, with the parameters of IDNA.
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialN = 128;
const maxInt = 0x7fffffff;

function adapt(delta, pointCount, isFirst) {
  let scaled = isFirst ? Math.floor(delta / damp) : delta >> 1;
  scaled += Math.floor(scaled / pointCount);
  let k = 0;
  while (scaled > ((base - tMin) * tMax) >> 1) {
    scaled = Math.floor(scaled / (base - tMin));
    k += base;
  }
  return k + Math.floor(((base - tMin + 1) * scaled) / (scaled + skew));
}

function threshold(k, bias) {
  return Math.min(Math.max(k - bias, tMin), tMax);
}

function encodeDelta(delta, bias) {
  let output = '';
  let rest = delta;
  for (let k = base; ; k += base) {
    const t = threshold(k, bias);
    if (rest < t) return output + rest.toString(base).replace(/./, digitOf);
    const digit = t + ((rest - t) % (base - t));
    output += digitOf(digit.toString(base));
    rest = Math.floor((rest - t) / (base - t));
  }
}

// Number's base 36 counts 0-9 then a-z, Punycode a-z then 0-9.
function digitOf(base36) {
  const value = parseInt(base36, base);
  return String.fromCharCode(value < 26 ? 97 + value : 22 + value);
}

function digitValue(code) {
  if (code >= 48 && code <= 57) return code - 22;
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 97;
  return base;
}

/** Encodes a label to Punycode (without the "xn--" prefix), or returns null when it overflows. */
function encode(label) {
  const points = Array.from(label, (character) => character.codePointAt(0));
  let output = label.replace(/[^\x00-\x7f]/g, '');
  const basicCount = output.length;
  let handled = basicCount;
  let n = initialN;
  let delta = 0;
  let bias = initialBias;
  if (basicCount > 0) output += '-';
  while (handled < points.length) {
    let next = maxInt;
    for (const point of points) if (point >= n && point < next) next = point;
    delta += (next - n) * (handled + 1);
    if (delta > maxInt) return null;
    n = next;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      output += encodeDelta(delta, bias);
      bias = adapt(delta, handled + 1, handled === basicCount);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return output;
}

/** Decodes a Punycode label (without the "xn--" prefix), or returns null when it is malformed. */
function decode(input) {
  const delimiter = input.lastIndexOf('-');
  const output = delimiter > 0 ? Array.from(input.slice(0, delimiter)) : [];
  let position = delimiter > 0 ? delimiter + 1 : 0;
  let n = initialN;
  let i = 0;
  let bias = initialBias;
  while (position < input.length) {
    const before = i;
    let weight = 1;
    for (let k = base; ; k += base) {
      if (position >= input.length) return null;
      const digit = digitValue(input.charCodeAt(position++));
      if (digit >= base) return null;
      i += digit * weight;
      if (i > maxInt) return null;
      const t = threshold(k, bias);
      if (digit < t) break;
      weight *= base - t;
    }
    bias = adapt(i - before, output.length + 1, before === 0);
    n += Math.floor(i / (output.length + 1));
    i %= output.length + 1;
    if (n > 0x10ffff || n < initialN || (n >= 0xd800 && n <= 0xdfff)) return null;
    output.splice(i++, 0, String.fromCodePoint(n));
  }
  return output.join('');
}

module.exports = { decode, encode };
