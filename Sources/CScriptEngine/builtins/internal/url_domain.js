// SPDX-License-Identifier: MIT
'use strict';

const punycode = require('internal/url_punycode');

// UTS #46 without its mapping table: Unicode's own properties and compatibility normalization give the same
// answer for the scripts in use. Deviation characters (sharp s, final sigma, joiners) stay as they are.
const ignored = new RegExp(
  '[\\u00ad\\u034f\\u180b-\\u180d\\u180f\\u200b\\u2060\\u2064\\ufe00-\\ufe0f\\ufeff\\u{1bca0}-\\u{1bca3}' +
  '\\u{e0100}-\\u{e01ef}]',
  'gu',
);
const fullStops = /[\u3002\uff0e\uff61]/g;
const disallowed = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Z}\u2ff0-\u2fff\ufffc\ufffd]/u;
const leadingMark = /^\p{M}/u;
const rightToLeftScripts = '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const rightToLeft = new RegExp(`[${rightToLeftScripts}]`, 'gu');
const endOfRightToLeft = new RegExp(`[${rightToLeftScripts}\\p{Nd}]\\p{M}*$`, 'u');
const joiner = /[\u200c\u200d]/;
// A joiner is allowed after a virama; a non-joiner also between letters of a cursive script.
const virama = '\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca\\u0e3a\\u0f84\\u1039\\u17d2';
const joinerInContext = new RegExp(
  `(?<=[${virama}])[\\u200c\\u200d]|(?<=[\\p{Script=Arabic}\\p{Script=Syriac}]\\p{M}*)\\u200c` +
  '(?=\\p{M}*[\\p{Script=Arabic}\\p{Script=Syriac}])',
  'gu',
);

function mapDomain(domain) {
  const plain = domain.replace(ignored, '').replace(/\u1e9e/g, '\u00df');
  // Lower-casing may undo a composition, and normalization may bring in capitals: once more each settles it.
  return lowerCase(lowerCase(plain).normalize('NFKC')).normalize('NFKC').replace(fullStops, '.').replace(ignored, '');
}

// String.prototype.toLowerCase maps a capital sigma by context; the mapping of UTS #46 does not.
function lowerCase(string) {
  return string.replace(/\u03a3/g, '\u03c3').toLowerCase();
}

// The Bidi rule of RFC 5893, section 2; as in Node, a label that starts left to right may end right to left.
function followsBidiRule(label) {
  const others = label.replace(rightToLeft, '');
  if (/^\p{L}/u.test(label) && label.search(rightToLeft) !== 0) {
    return Array.from(label.replace(/\p{M}+$/u, '')).slice(0, -1).join('').search(rightToLeft) === -1;
  }
  if (/[0-9\u06f0-\u06f9]/.test(label) && /[\u0660-\u0669]/.test(label)) return false;
  return endOfRightToLeft.test(label) && !/\p{L}/u.test(others);
}

function isValidLabel(label) {
  if (label !== label.normalize('NFC') || leadingMark.test(label)) return false;
  const visible = label.replace(joinerInContext, '');
  if (joiner.test(visible) || disallowed.test(visible.replace(/[\x00-\x20\x7f]/g, ''))) return false;
  return label.search(rightToLeft) === -1 || followsBidiRule(label);
}

function decodeLabel(label) {
  const decoded = punycode.decode(label.slice(4));
  if (decoded === null || decoded === '') return null;
  return mapDomain(decoded) === decoded && isValidLabel(decoded) ? decoded : null;
}

function labelToASCII(label) {
  if (label.startsWith('xn--')) {
    if (/[^\x00-\x7f]/.test(label)) return null;
    const decoded = decodeLabel(label);
    return decoded === null ? null : label;
  }
  if (!/[^\x00-\x7f]/.test(label)) return label;
  if (!isValidLabel(label)) return null;
  const encoded = punycode.encode(label);
  return encoded === null ? null : `xn--${encoded}`;
}

/** Lower-cases and, where needed, Punycode-encodes a domain; null when a label is not valid. */
function domainToASCII(domain) {
  if (/^[\x00-\x7f]*$/.test(domain)) {
    const lower = domain.toLowerCase();
    if (!lower.includes('xn--')) return lower;
  }
  const labels = mapDomain(domain).split('.');
  for (let i = 0; i < labels.length; i++) {
    const ascii = labelToASCII(labels[i]);
    if (ascii === null) return null;
    labels[i] = ascii;
  }
  return labels.join('.');
}

/** Turns the Punycode labels of an ASCII domain back into Unicode, leaving malformed ones alone. */
function domainToUnicode(domain) {
  return domain.split('.').map((label) => (label.startsWith('xn--') && decodeLabel(label)) || label).join('.');
}

module.exports = { domainToASCII, domainToUnicode };
