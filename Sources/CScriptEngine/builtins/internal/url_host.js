// SPDX-License-Identifier: MIT
'use strict';

const { controlSet, percentDecode, percentEncode } = require('internal/url_percent');

const forbiddenHost = /[\x00\t\n\r #/:<>?@[\\\]^|]/;
const forbiddenDomain = /[\x00-\x20#%/:<>?@[\\\]^|\x7f]/;
const asciiDomain = /^[a-z0-9_.\-]+$/;

/** Host parser of the URL Standard; gives the serialized host, or null on failure. */
function parseHost(input, isOpaque) {
  if (input.charCodeAt(0) === 0x5b) {
    if (!input.endsWith(']')) return null;
    const pieces = parseIPv6(input.slice(1, -1));
    return pieces === null ? null : `[${serializeIPv6(pieces)}]`;
  }
  if (isOpaque) return forbiddenHost.test(input) ? null : percentEncode(input, controlSet);
  let domain = input;
  if (!asciiDomain.test(domain) || domain.includes('xn--')) {
    domain = require('internal/url_domain').domainToASCII(percentDecode(input));
    if (domain === null || domain === '' || forbiddenDomain.test(domain)) return null;
  }
  return endsInNumber(domain) ? parseIPv4(domain) : domain;
}

function endsInNumber(domain) {
  const end = domain.endsWith('.') ? domain.length - 1 : domain.length;
  const last = domain.slice(domain.lastIndexOf('.', end - 1) + 1, end);
  return /^(?:[0-9]+|0x[0-9a-f]*)$/.test(last);
}

function parseIPv4Number(part) {
  if (part.startsWith('0x')) {
    const digits = part.slice(2);
    if (digits === '') return 0;
    return /^[0-9a-f]+$/.test(digits) ? parseInt(digits, 16) : NaN;
  }
  if (part.length > 1 && part.startsWith('0')) return /^[0-7]+$/.test(part) ? parseInt(part, 8) : NaN;
  return /^[0-9]+$/.test(part) ? parseInt(part, 10) : NaN;
}

/** IPv4 parser: up to four decimal, octal or hexadecimal parts, the last one filling the rest. */
function parseIPv4(domain) {
  const parts = domain.split('.');
  if (parts.length > 1 && parts[parts.length - 1] === '') parts.pop();
  if (parts.length > 4) return null;
  const last = parts.length - 1;
  let address = 0;
  for (let i = 0; i <= last; i++) {
    const number = parts[i] === '' ? NaN : parseIPv4Number(parts[i]);
    const limit = i === last ? 256 ** (5 - parts.length) : 256;
    if (!(number < limit)) return null;
    address += i === last ? number : number * 256 ** (3 - i);
  }
  return [address / 2 ** 24, address / 2 ** 16, address / 2 ** 8, address].map((n) => Math.floor(n) % 256).join('.');
}

function parseEmbeddedIPv4(text) {
  const match = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/.exec(text);
  if (match === null) return null;
  const bytes = match.slice(1).map(Number);
  return bytes.some((byte) => byte > 255) ? null : [bytes[0] * 256 + bytes[1], bytes[2] * 256 + bytes[3]];
}

function parsePieces(text) {
  if (text === '') return [];
  const parts = text.split(':');
  const pieces = [];
  for (let i = 0; i < parts.length; i++) {
    if (/^[0-9a-f]{1,4}$/i.test(parts[i])) {
      pieces.push(parseInt(parts[i], 16));
      continue;
    }
    const embedded = i === parts.length - 1 ? parseEmbeddedIPv4(parts[i]) : null;
    if (embedded === null) return null;
    pieces.push(embedded[0], embedded[1]);
  }
  return pieces;
}

/** IPv6 parser: eight 16-bit pieces, "::" once standing for one or more zero pieces. */
function parseIPv6(text) {
  const compress = text.indexOf('::');
  if (compress === -1) {
    const pieces = parsePieces(text);
    return pieces !== null && pieces.length === 8 ? pieces : null;
  }
  const headText = text.slice(0, compress);
  const head = parsePieces(headText);
  const tail = parsePieces(text.slice(compress + 2));
  if (head === null || tail === null || headText.includes('.') || head.length + tail.length > 7) return null;
  while (head.length + tail.length < 8) head.push(0);
  return head.concat(tail);
}

function longestZeroRun(pieces) {
  let best = -1;
  let bestLength = 1;
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && pieces[end] === 0) end++;
    if (end - i > bestLength) {
      best = i;
      bestLength = end - i;
    }
    if (end > i) i = end;
  }
  return { start: best, end: best === -1 ? -1 : best + bestLength };
}

function serializeIPv6(pieces) {
  const run = longestZeroRun(pieces);
  const text = (from, to) => pieces.slice(from, to).map((piece) => piece.toString(16)).join(':');
  return run.start === -1 ? text(0, 8) : `${text(0, run.start)}::${text(run.end, 8)}`;
}

module.exports = { parseHost };
