// SPDX-License-Identifier: MIT
'use strict';

// Top-level await at the prompt. A script cannot hold one, so the input becomes the body of an async function whose
// declarations are made outside of it: `const x = await f()` turns into `let x;` and `(async () => { (x = await f())
// })()`.

binding.defineParser();
const { parse: parseText } = binding;
const parseModule = (source) => parseText(source, { target: 'module' });
const parseScript = (source) => parseText(source);

function parse(parser, source) {
  try {
    return parser(source);
  } catch {
    return null;
  }
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ClassMethod']);

// Whether a part of the tree awaits outside of any function.
function awaits(node, offsets) {
  if (node === null || typeof node !== 'object') return false;
  if (Array.isArray(node)) return node.some((part) => awaits(part, offsets));
  if (functionTypes.has(node.type)) return false;
  if (node.type === 'UnaryExpression' && node.operator === 'await') return true;
  // The parser's tree does not tell `for await` from `for`; the text does.
  if (node.type === 'ForOfStatement' && /^for\s+await\b/.test(offsets.text(node))) return true;
  for (const key of Object.keys(node)) if (key !== 'loc' && awaits(node[key], offsets)) return true;
  return false;
}

/** The names that a binding pattern declares. */
function namesIn(pattern, names = []) {
  if (pattern === null || typeof pattern !== 'object') return names;
  switch (pattern.type) {
    case 'Identifier':
      names.push(pattern.name);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) namesIn(element, names);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) namesIn(property.value ?? property.expression, names);
      break;
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      namesIn(pattern.left, names);
      break;
    case 'SpreadExpression':
    case 'RestElement':
    case 'SpreadElement':
      namesIn(pattern.expression ?? pattern.argument, names);
      break;
  }
  return names;
}

class Offsets {
  constructor(source) {
    this.source = source;
    this.lines = [0];
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) this.lines.push(at + 1);
  }

  // The parser counts lines from 1 and columns from 0.
  of({ line, column }) {
    return this.lines[line - 1] + column;
  }

  text(node) {
    return this.source.slice(this.of(node.loc.start), this.of(node.loc.end));
  }
}

// Where a statement begins. The parser leaves opening parentheses out, and begins a function at its parameters.
function startOf(statement, offsets) {
  const { source } = offsets;
  let start = offsets.of(statement.loc.start);
  if (statement.type === 'FunctionDeclaration') {
    return /(?:async\s+)?function[\s*]*[\w$]*\s*$/.exec(source.slice(0, start))?.index ?? start;
  }
  for (let match; (match = /\(\s*$/.exec(source.slice(0, start))) !== null;) start = match.index;
  return start;
}

// The end of an expression with the parentheses that close behind it, and without semicolon and comments.
function endOf(expression, offsets) {
  const end = offsets.of(expression.loc.end);
  return end + /^(?:\s*\))*/.exec(offsets.source.slice(end))[0].length;
}

function rewriteDeclaration(statement, offsets, hoisted) {
  const { declarations } = statement;
  const parts = declarations.map(({ id, init }, index) => {
    for (const name of namesIn(id)) hoisted.set(name, statement.kind === 'var' ? 'var' : 'let');
    const from = offsets.of(id.loc.start);
    if (init === null) return `${offsets.text(id)} = undefined`;
    const isLast = index === declarations.length - 1;
    const to = isLast ? endOf(init, offsets) : offsets.of(declarations[index + 1].id.loc.start);
    return isLast ? offsets.source.slice(from, to) : offsets.source.slice(from, to).replace(/,\s*$/, '');
  });
  return `(${parts.join(', ')}\n);`;
}

/**
 * The parts of an input with top-level await: `declarations` to evaluate first, `code` whose value is a promise of
 * `{ value }`, and the declared `names`. Null when the input has no top-level await or does not parse.
 */
function transformAwait(input) {
  // `{ a: await b }` is meant as an object, as long as it parses as one.
  const wrapped = /^\s*\{/.test(input) && !/;\s*$/.test(input) ? `(${input.trim()}\n)` : input;
  const source = parse(parseModule, wrapped) === null ? input : wrapped;
  const program = parse(parseModule, source);
  const offsets = new Offsets(source);
  if (program === null || !awaits(program, offsets)) return null;
  const hoisted = new Map();
  const { body } = program;
  const starts = body.map((statement) => startOf(statement, offsets));
  const parts = body.map((statement, index) => {
    const text = source.slice(starts[index], starts[index + 1] ?? source.length);
    switch (statement.type) {
      case 'VariableDeclaration':
        return rewriteDeclaration(statement, offsets, hoisted);
      case 'FunctionDeclaration': {
        const match = /function[\s*]*([\w$]+)/.exec(text);
        hoisted.set(match[1], 'var');
        return `globalThis.${match[1]} = ${match[1]}; ${text}`;
      }
      case 'ClassStatement':
        hoisted.set(statement.id.name, 'let');
        return `${statement.id.name} = ${text};`;
      case 'ExpressionStatement':
        if (index < body.length - 1) return `;${text}`;
        return `return { value: (${source.slice(starts[index], endOf(statement.expression, offsets))}\n) };`;
      default:
        return text;
    }
  });
  const declarations = [...hoisted].map(([name, kind]) => `${kind} ${name};`).join(' ');
  const code = `(async () => { ${parts.join('')}\nreturn { value: undefined }; })()`;
  return { declarations, code, names: [...hoisted.keys()] };
}

/** The names that a script declares in its own scope with let, const or class. */
function declaredNames(source) {
  const program = parse(parseScript, source);
  const names = [];
  for (const statement of program?.body ?? []) {
    if (statement.type === 'VariableDeclaration' && statement.kind !== 'var') {
      for (const { id } of statement.declarations) namesIn(id, names);
    } else if (statement.type === 'ClassStatement') {
      names.push(statement.id.name);
    }
  }
  return names;
}

module.exports = { transformAwait, declaredNames };
