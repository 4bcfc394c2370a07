// SPDX-License-Identifier: MIT
'use strict';

const {
  charCodeAt, endsWith, includes, indexOf, is, numberToString, regExpExec, repeat, slice, symbolToString, toUpperCase,
} = require('internal/intrinsics');
const { mendText } = require('internal/error_stacks');

// Strings no longer than this stay on one line whatever the break length is.
const shortStringLength = 16;
const bracketedParts = 4;

const shortEscapes = {
  __proto__: null, 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 92: '\\\\',
};

const needsEscape = /[\x00-\x1f'\\\x7f-\x9f\ud800-\udfff]/;

function isLead(code) {
  return code >= 0xd800 && code <= 0xdbff;
}

function isTrail(code) {
  return code >= 0xdc00 && code <= 0xdfff;
}

function isControl(code) {
  return code < 0x20 || (code >= 0x7f && code <= 0x9f);
}

/** Chooses the quotation mark that leaves most of the text unescaped: single, then double, then backtick. */
function quotationMarkFor(text) {
  if (!includes(text, "'")) return "'";
  if (!includes(text, '"')) return '"';
  if (!includes(text, '`') && !includes(text, '${')) return '`';
  return "'";
}

/** Writes the text with control characters, lone surrogates and (when asked) single quotes escaped. */
function escapeText(text, escapesQuote) {
  let result = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = charCodeAt(text, i);
    let escape;
    if (code === 0x27) {
      if (escapesQuote) escape = "\\'";
    } else if (code === 0x5c || isControl(code)) {
      escape = shortEscapes[code] ?? hexEscape(code);
    } else if (isLead(code)) {
      if (i + 1 < text.length && isTrail(charCodeAt(text, i + 1))) i++;
      else escape = `\\u${numberToString(code, 16)}`;
    } else if (isTrail(code)) {
      escape = `\\u${numberToString(code, 16)}`;
    }
    if (escape !== undefined) {
      result += slice(text, start, i) + escape;
      start = i + 1;
    }
  }
  return start === 0 ? text : result + slice(text, start);
}

function hexEscape(code) {
  const digits = toUpperCase(numberToString(code, 16));
  return digits.length === 1 ? `\\x0${digits}` : `\\x${digits}`;
}

/** Writes a string as a literal that evaluates to it. */
function quoteString(text) {
  if (regExpExec(needsEscape, text) === null) return `'${text}'`;
  const mark = quotationMarkFor(text);
  return mark + escapeText(text, mark === "'") + mark;
}

/** Groups the digits of an integer's text by three from the right: 1_234_567. */
function separateThousands(digits) {
  const first = digits[0] === '-' ? 1 : 0;
  let end = digits.length;
  let result = '';
  for (; end - 3 > first; end -= 3) result = `_${slice(digits, end - 3, end)}${result}`;
  return end === digits.length ? digits : slice(digits, 0, end) + result;
}

function separateFraction(digits) {
  let result = slice(digits, 0, 3);
  for (let start = 3; start < digits.length; start += 3) result += `_${slice(digits, start, start + 3)}`;
  return result;
}

/** Text of a number; unlike `String(n)` it tells -0 from 0. */
function numberText(number, separates) {
  if (!separates) return is(number, -0) ? '-0' : `${number}`;
  const whole = `${Math.trunc(number)}`;
  if (number !== number) return whole;
  if (+whole === number) {
    return includes(whole, 'e') || endsWith(whole, 'y') ? whole : separateThousands(whole);
  }
  const text = `${number}`;
  const point = indexOf(text, '.');
  return `${separateThousands(slice(text, 0, point))}.${separateFraction(slice(text, point + 1))}`;
}

/** Text of a bigint with its `n` suffix. */
function bigIntText(bigint, separates) {
  const digits = `${bigint}`;
  return `${separates ? separateThousands(digits) : digits}n`;
}

/** Splits after each line feed, keeping it: 'a\nb' gives 'a\n' and 'b'. */
function splitLines(text) {
  const lines = [];
  let start = 0;
  for (let at = indexOf(text, '\n'); at !== -1 && at + 1 < text.length; at = indexOf(text, '\n', start)) {
    lines[lines.length] = slice(text, start, at + 1);
    start = at + 1;
  }
  lines[lines.length] = slice(text, start);
  return lines;
}

function formatString(context, value, stylize) {
  let trailer = '';
  value = mendText(value);
  if (value.length > context.maxStringLength) {
    const rest = value.length - context.maxStringLength;
    value = slice(value, 0, context.maxStringLength);
    trailer = `... ${rest} more character${rest > 1 ? 's' : ''}`;
  }
  const room = context.breakLength - context.indentation - bracketedParts;
  if (context.compact === true || value.length <= shortStringLength || value.length <= room) {
    return stylize(quoteString(value), 'string') + trailer;
  }
  const lines = splitLines(value);
  const indent = repeat(' ', context.indentation + 2);
  let result = stylize(quoteString(lines[0]), 'string');
  for (let i = 1; i < lines.length; i++) result += ` +\n${indent}${stylize(quoteString(lines[i]), 'string')}`;
  return result + trailer;
}

/** Text of a primitive value, styled with `stylize(text, styleName)`. */
function formatPrimitive(context, value, stylize) {
  switch (typeof value) {
    case 'string': return formatString(context, value, stylize);
    case 'number': return stylize(numberText(value, context.numericSeparator), 'number');
    case 'bigint': return stylize(bigIntText(value, context.numericSeparator), 'bigint');
    case 'boolean': return stylize(`${value}`, 'boolean');
    case 'undefined': return stylize('undefined', 'undefined');
    case 'symbol': return stylize(symbolToString(value), 'symbol');
    default: return stylize('null', 'null');
  }
}

module.exports = { bigIntText, escapeText, formatPrimitive, numberText, quoteString };
