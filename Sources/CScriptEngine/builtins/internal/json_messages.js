// SPDX-License-Identifier: MIT
'use strict';

// Finds out what is wrong with a JSON text, in V8's words (of Node 20). Only run when parsing has failed, so it may
// be slower than the parser, but like it must not recurse: nesting can be deep.

const contextLength = 10;
const minimumLengthForContext = 2 * contextLength + 1;

/** Thrown by the scanner below to carry a message out; never leaves this module. */
class Problem {
  constructor(message) {
    this.message = message;
  }
}

function isDigit(character) {
  return character >= '0' && character <= '9';
}

/** Walks over a JSON text and throws a Problem at the first mistake. */
class Scanner {
  constructor(text) {
    this.text = text;
    this.position = 0;
  }

  get current() {
    return this.text[this.position];
  }

  skipWhitespace() {
    while (/^[ \t\n\r]$/.test(this.current ?? '')) this.position++;
  }

  failAt(what) {
    throw new Problem(`${what} in JSON at position ${this.position}`);
  }

  failOnToken() {
    const { current, text } = this;
    if (current === undefined) throw new Problem('Unexpected end of JSON input');
    if (isDigit(current) || current === '-') this.failAt('Unexpected number');
    if (current === '"') this.failAt('Unexpected string');
    if (/^(?:undefined|NaN|Infinity|\[object Object\])$/.test(text)) throw new Problem(`"${text}" is not valid JSON`);
    throw new Problem(`Unexpected token '${current}', ${this.quoteContext()} is not valid JSON`);
  }

  quoteContext() {
    const { position, text } = this;
    if (text.length < minimumLengthForContext) return `"${text}"`;
    const isNearStart = position < contextLength;
    const isNearEnd = position >= text.length - contextLength;
    const start = isNearStart ? 0 : position - contextLength;
    const end = isNearEnd ? text.length : position + contextLength;
    return `${isNearStart ? '' : '...'}"${text.slice(start, end)}"${isNearEnd ? '' : '...'}`;
  }

  scanDigits(problem) {
    if (!isDigit(this.current ?? '')) this.failAt(problem);
    while (isDigit(this.current ?? '')) this.position++;
  }

  scanNumber() {
    if (this.current === '-') {
      this.position++;
      if (!isDigit(this.current ?? '')) this.failAt('No number after minus sign');
    }
    if (this.current === '0') {
      this.position++;
      if (isDigit(this.current ?? '')) this.failAt('Unexpected number');
    } else {
      this.scanDigits('');
    }
    if (this.current === '.') {
      this.position++;
      this.scanDigits('Unterminated fractional number');
    }
    if (this.current === 'e' || this.current === 'E') {
      this.position++;
      if (this.current === '+' || this.current === '-') this.position++;
      this.scanDigits('Exponent part is missing a number');
    }
  }

  scanEscape() {
    this.position++;
    // V8 has a table of escapes for Latin-1 only.
    if (this.current === undefined || this.current > '\xff') this.failOnToken();
    if (this.current !== 'u') {
      if (!'"\\/bfnrt'.includes(this.current)) this.failAt('Bad escaped character');
      this.position++;
      return;
    }
    this.position++;
    for (let i = 0; i < 4; i++) {
      if (!/^[0-9a-f]$/i.test(this.current ?? '')) this.failAt('Bad Unicode escape');
      this.position++;
    }
  }

  scanString() {
    this.position++;
    while (this.current !== '"') {
      if (this.current === undefined) this.failAt('Unterminated string');
      if (this.current < ' ') this.failAt('Bad control character in string literal');
      if (this.current === '\\') this.scanEscape();
      else this.position++;
    }
    this.position++;
  }

  scanWord(word) {
    for (const character of word) {
      if (this.current !== character) this.failOnToken();
      this.position++;
    }
  }

  scanPropertyName(isFirst) {
    const problem = isFirst ? "Expected property name or '}'" : 'Expected double-quoted property name';
    this.skipWhitespace();
    if (this.current !== '"') this.failAt(problem);
    this.scanString();
    this.skipWhitespace();
    if (this.current !== ':') {
      if (isFirst) this.failAt("Expected ':' after property name");
      this.failOnToken();
    }
    this.position++;
  }

  /** Consumes a value that is no container, or the opening of one; gives the bracket that will close it. */
  scanValueStart() {
    this.skipWhitespace();
    const { current } = this;
    switch (current) {
      case '"': this.scanString(); return '';
      case 't': this.scanWord('true'); return '';
      case 'f': this.scanWord('false'); return '';
      case 'n': this.scanWord('null'); return '';
      case '{': case '[': this.position++; return current === '{' ? '}' : ']';
      default:
        if (!isDigit(current ?? '') && current !== '-') this.failOnToken();
        this.scanNumber();
        return '';
    }
  }

  /** After a value: closes the containers that end here; answers whether another value follows. */
  scanAfterValue(open) {
    while (open.length > 0) {
      const closing = open[open.length - 1];
      this.skipWhitespace();
      if (this.current === ',') {
        this.position++;
        if (closing === '}') this.scanPropertyName(false);
        return true;
      }
      if (this.current !== closing) {
        this.failAt(`Expected ',' or '${closing}' after ${closing === '}' ? 'property value' : 'array element'}`);
      }
      this.position++;
      open.pop();
    }
    return false;
  }

  scanText() {
    const open = [];
    do {
      let closing = this.scanValueStart();
      while (closing !== '') {
        this.skipWhitespace();
        if (this.current === closing) {
          this.position++;
          break;
        }
        open.push(closing);
        if (closing === '}') this.scanPropertyName(true);
        closing = this.scanValueStart();
      }
    } while (this.scanAfterValue(open));
    this.skipWhitespace();
    if (this.current !== undefined) this.failAt('Unexpected non-whitespace character after JSON');
  }
}

/** V8's message for a text that is not JSON; undefined when the text is JSON after all. */
function messageFor(text) {
  try {
    new Scanner(text).scanText();
  } catch (problem) {
    if (problem instanceof Problem) return `${problem.message}`.replace('after JSON in JSON', 'after JSON');
    throw problem;
  }
  return undefined;
}

/** The error to throw where `nativeParse(text)` threw `error`: V8's when the text is at fault, else the same error. */
function mendError(error, text) {
  // A reviver may throw a SyntaxError too; an object is converted to text again only if the error is the parser's.
  if (!(error instanceof SyntaxError) || typeof text === 'symbol') return error;
  const message = messageFor(`${text}`);
  return message === undefined ? error : new SyntaxError(message);
}

/** A JSON.parse that throws errors with V8's messages. */
function wrapParse(nativeParse) {
  const { parse } = {
    parse(text, reviver) {
      try {
        return nativeParse(text, reviver);
      } catch (error) {
        throw mendError(error, text);
      }
    },
  };
  return parse;
}

module.exports = { mendError, messageFor, wrapParse };
