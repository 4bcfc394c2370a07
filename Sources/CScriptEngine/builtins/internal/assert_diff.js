// SPDX-License-Identifier: MIT
'use strict';

// The text by which an assertion shows two values that differ.

const { inspect } = require('internal/inspect');

const headings = {
  __proto__: null,
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
};

// Two values whose texts together are no longer than this are shown on one line.
const maxShortLength = 12;
const maxPrintedLines = 50;
const context = 2;
const suffixContext = 3;

/** Inspects a value completely and in a stable order, so that equal values give equal lines. */
function inspectValue(value) {
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Infinity,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
    breakLength: Infinity,
  });
}

function palette() {
  const stream = globalThis.process?.stderr;
  const colored = stream?.isTTY && (typeof stream.hasColors !== 'function' || stream.hasColors());
  if (!colored) return { blue: '', green: '', red: '', plain: '' };
  return { blue: '\x1b[34m', green: '\x1b[32m', red: '\x1b[31m', plain: '\x1b[39m' };
}

const isObject = (value) => value !== null && typeof value === 'object';
const isReference = (value) => isObject(value) || typeof value === 'function';

/** Cuts an inspected value that would fill the screen. */
function limitLines(lines) {
  if (lines.length <= maxPrintedLines) return lines;
  return [...lines.slice(0, 46), '...'];
}

function withoutComma(line) {
  return line.endsWith(',') ? line.slice(0, -1) : line;
}

// The difference of two blocks of lines, compared line by line after the common end was taken off.
class LineDiff {
  constructor(actual, expected, colors) {
    this.actual = actual;
    this.expected = expected;
    this.colors = colors;
    this.text = '';
    // Lines of the expected value wait here until the group of differing lines ends, so that a group shows all "+"
    // before all "-".
    this.held = '';
    this.printed = 0;
    // Equal lines after the two that follow a difference: they wait to see how far the next difference is.
    this.waiting = [];
    this.followers = 0;
    this.skipped = false;
  }

  takeCommonEnd() {
    const { actual, expected } = this;
    let count = 0;
    let tail = '';
    let first = '';
    while (actual.length > 0 && expected.length > 0 && actual.at(-1) === expected.at(-1)) {
      first = actual.pop();
      expected.pop();
      if (count++ < suffixContext) {
        tail = `\n  ${first}${tail}`;
        first = '';
      }
    }
    if (count > suffixContext + 1) {
      tail = `\n...${tail}`;
      this.skipped = true;
    }
    return first === '' ? tail : `\n  ${first}${tail}`;
  }

  showContext(line) {
    this.text += `\n  ${line}`;
    this.printed++;
  }

  // Before a difference come the two lines ahead of it, and what is between, if that is not more than one line.
  leadIn() {
    const { waiting } = this;
    let start = 0;
    if (waiting.length > 2 * context - 1) {
      this.text += `\n${this.colors.blue}...${this.colors.plain}`;
      this.skipped = true;
      start = waiting.length - context;
    }
    for (let i = start; i < waiting.length; i++) this.showContext(waiting[i]);
    this.waiting = [];
    this.followers = 0;
  }

  equalLine(line) {
    this.flush();
    if (this.followers < context) {
      this.followers++;
      this.showContext(line);
    } else {
      this.waiting.push(line);
    }
  }

  flush() {
    this.text += this.held;
    this.held = '';
  }

  plus(line) {
    this.text += `\n${this.colors.green}+${this.colors.plain} ${line}`;
    this.printed++;
  }

  minus(line) {
    this.held += `\n${this.colors.red}-${this.colors.plain} ${line}`;
    this.printed++;
  }

  compareLine(index) {
    const { actual, expected } = this;
    if (index >= expected.length) {
      this.leadIn();
      this.plus(actual[index]);
    } else if (index >= actual.length) {
      this.leadIn();
      this.minus(expected[index]);
    } else {
      this.compareBoth(actual[index], expected[index]);
    }
  }

  compareBoth(actualLine, expectedLine) {
    let shown = actualLine;
    let differ = actualLine !== expectedLine;
    // Only the comma differs where one side's last entry is followed by more on the other side.
    if (differ && withoutComma(actualLine) === withoutComma(expectedLine)) {
      differ = false;
      shown = `${withoutComma(actualLine)},`;
    }
    if (differ) {
      this.leadIn();
      this.plus(shown);
      this.minus(expectedLine);
      return;
    }
    this.equalLine(shown);
  }

  run() {
    const tail = this.takeCommonEnd();
    const count = Math.max(this.actual.length, this.expected.length);
    for (let index = 0; index < count; index++) {
      this.compareLine(index);
      if (this.printed > maxPrintedLines && index < count - 2) {
        this.skipped = true;
        const dots = `\n${this.colors.blue}...${this.colors.plain}`;
        return `${this.text}${dots}${this.held}${dots}`;
      }
    }
    this.flush();
    return `${this.text}${tail}`;
  }
}

// A caret under the first character that differs, for values on one line each.
function caretFor(actualLine, expectedLine) {
  const width = globalThis.process?.stderr?.isTTY ? globalThis.process.stderr.columns : 80;
  if (actualLine.length + expectedLine.length >= width) return '';
  let same = 0;
  while (same < actualLine.length && actualLine[same] === expectedLine[same]) same++;
  return same > 2 ? `\n  ${' '.repeat(same)}^` : '';
}

function headingFor(operator, actual, expected) {
  if (operator !== 'strictEqual') return operator;
  const bothReferences = (isObject(actual) && isObject(expected)) ||
    (typeof actual === 'function' && typeof expected === 'function');
  return bothReferences ? 'strictEqualObject' : operator;
}

/** Message of a failed `strictEqual` or `deepStrictEqual`; a custom message replaces the heading. */
function describeDifference(actual, expected, operator, customMessage = undefined) {
  const name = headingFor(operator, actual, expected);
  const actualText = inspectValue(actual);
  const expectedText = inspectValue(expected);
  if (actualText === expectedText && !(actual === 0 && expected === 0)) {
    return `${headings.notIdentical}\n\n${limitLines(actualText.split('\n')).join('\n')}\n`;
  }
  const heading = customMessage || headings[name];
  const actualLines = actualText.split('\n');
  const expectedLines = expectedText.split('\n');
  let caret = '';
  if (actualLines.length === 1 && expectedLines.length === 1) {
    if (actualText.length + expectedText.length <= maxShortLength) {
      const zeros = actual === 0 && expected === 0;
      if (!isObject(actual) && !isObject(expected) && !zeros) {
        return `${heading}\n\n${actualText} !== ${expectedText}\n`;
      }
    } else if (name !== 'strictEqualObject') {
      caret = caretFor(actualText, expectedText);
    }
  }
  const colors = palette();
  const diff = new LineDiff(actualLines, expectedLines, colors);
  const body = diff.run();
  const legend = `${colors.green}+ actual${colors.plain} ${colors.red}- expected${colors.plain}`;
  const skipped = diff.skipped ? ` ${colors.blue}...${colors.plain} Lines skipped` : '';
  return `${heading}\n${legend}${skipped}\n${body}${caret}`;
}

/** Message of a failed `notStrictEqual` or `notDeepStrictEqual`. */
function describeSameness(actual, operator) {
  const name = operator === 'notStrictEqual' && isReference(actual) ? 'notStrictEqualObject' : operator;
  const lines = limitLines(inspectValue(actual).split('\n'));
  if (lines.length === 1) return `${headings[name]}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
  return `${headings[name]}\n\n${lines.join('\n')}\n`;
}

function cut(text, limit) {
  return text.length > limit ? `${text.slice(0, limit - 3)}...` : text;
}

/** Message of any other failed comparison. */
function describeOther(actual, expected, operator) {
  const actualText = inspectValue(actual);
  const expectedText = inspectValue(expected);
  if (operator === 'notDeepEqual' && actualText === expectedText) {
    return cut(`${headings.notDeepEqual}\n\n${actualText}`, 1024);
  }
  const left = cut(actualText, 512);
  const right = cut(expectedText, 512);
  if (operator === 'deepEqual') return `${headings.deepEqual}\n\n${left}\n\nshould loosely deep-equal\n\n${right}`;
  if (operator === 'notDeepEqual') {
    return `${headings.notDeepEqualUnequal}\n\n${left}\n\nshould not loosely deep-equal\n\n${right}`;
  }
  return `${left} ${operator} ${right}`;
}

module.exports = { describeDifference, describeOther, describeSameness };
