// SPDX-License-Identifier: MIT
'use strict';

// Changes to a program's text, found with the engine's own parser. All text that is not changed keeps its line.

binding.defineParser();
const { parse } = binding;

// What makes a text parse as what it is: a CommonJS file is the body of a function, where `return` may stand.
const frames = {
  script: { before: '', after: '', target: 'script' },
  module: { before: '', after: '', target: 'module' },
  functionBody: { before: 'function f(){', after: '\n}', target: 'script' },
};

/** The text of a program with its syntax tree. */
class SourceText {
  constructor(text, goal) {
    const { before, after, target } = frames[goal];
    this.text = text;
    this.offset = before.length;
    this.framed = before + text + after;
    this.lines = [0];
    for (let at = this.framed.indexOf('\n'); at >= 0; at = this.framed.indexOf('\n', at + 1)) this.lines.push(at + 1);
    this.tree = parse(this.framed, { target });
    this.edits = [];
  }

  /** Where a place of the tree is in the text: the parser counts lines from 1, and in columns characters from 0. */
  at({ line, column }) {
    let index = this.lines[line - 1];
    for (let left = column; left > 0; left--) index += this.framed.codePointAt(index) > 0xffff ? 2 : 1;
    return index - this.offset;
  }

  /** Calls `visit` with every node. */
  walk(visit, node = this.tree) {
    if (node === null || typeof node !== 'object') return;
    if (typeof node.type === 'string') visit(node);
    for (const key of Object.keys(node)) if (key !== 'loc') this.walk(visit, node[key]);
  }

  /** Puts text in the place of `length` characters. */
  replace(start, length, text) {
    this.edits.push({ start, length, text });
  }

  /** The text with all changes made. */
  toString() {
    let result = '';
    let end = 0;
    const edits = this.edits.sort((first, second) => first.start - second.start || first.length - second.length);
    for (const { start, length, text } of edits) {
      result += this.text.slice(end, start) + text;
      end = start + length;
    }
    return result + this.text.slice(end);
  }
}

// Whether a text is one expression, wherever in a class or an async function it may have stood.
function isExpression(text) {
  const names = new Set(text.match(/#[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
  const fields = [...names].join(';');
  try {
    parse(`(class extends Object{${fields}\nasync*m(){(${text}\n)}})`, { target: 'module' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Where an expression ends that begins at `start` and whose node ends at `end`: the parser leaves out the parentheses
 * around an expression. Negative if there is no telling.
 */
function endOfExpression(text, start, end) {
  while (!isExpression(text.slice(start, end))) {
    end = text.indexOf(')', end) + 1;
    if (end === 0) return -1;
  }
  return end;
}

/** A function that changes texts by `visit(node, source)`; one that does not parse stays as it is. */
function rewriter(visit) {
  return (text, goal) => {
    let source;
    try {
      source = new SourceText(text, goal);
    } catch {
      return text;
    }
    source.walk((node) => visit(node, source));
    return source.toString();
  };
}

/** Defines what a changed text calls: a global of a name that no program has. */
function defineForRewritten(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}

module.exports = { rewriter, endOfExpression, defineForRewritten };
