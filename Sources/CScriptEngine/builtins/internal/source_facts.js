// SPDX-License-Identifier: MIT
'use strict';

// What the text of a program says about calls, functions and awaits: what becomes of a call's value, which function it
// stands in, what a function is given to. The coach joins it with the record of a run, which has the same places.

binding.defineParser();
const { parse } = binding;
const { sequencesIn } = require('internal/source_sequences');

const chainMethods = new Set(['then', 'catch', 'finally']);

/** The name by which a callee is called in the source: "save", "db.query", "Promise.race"; empty for what has none. */
function nameOf(callee) {
  switch (callee?.type) {
    case 'Identifier': return callee.name;
    case 'ThisExpression': return 'this';
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const object = nameOf(callee.object);
      return callee.computed ? '' : `${object}${object && '.'}${callee.property.name ?? ''}`;
    }
    default: return '';
  }
}

const isFunction = (node) => node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression';

// An await or a call that may throw outside of a try makes the function's promise reject.
function keepsItsErrors(body) {
  if (body?.type !== 'BlockStatement') return false;
  const working = body.body.filter(({ type }) => type !== 'FunctionDeclaration');
  return working.length > 0 && working.every((statement) => {
    if (statement.type === 'TryStatement') return (statement.handler ?? statement.handlers?.[0]) != null;
    return !hasCall(statement);
  });
}

function hasCall(node) {
  if (node === null || typeof node !== 'object') return false;
  if (Array.isArray(node)) return node.some(hasCall);
  if (typeof node.type === 'string') {
    if (isFunction(node)) return false;
    if (/^(?:Optional)?CallExpression$|^NewExpression$|^ThrowStatement$/.test(node.type)) return true;
  }
  return Object.keys(node).some((key) => key !== 'loc' && hasCall(node[key]));
}

class Reader {
  constructor(source) {
    this.lines = source.split('\n');
    this.functions = [];
    this.calls = [];
    this.awaits = [];
    this.sequences = [];
  }

  /** What is known of a function or the program itself. */
  enter(node, context, name) {
    const index = this.functions.length;
    const { start, end } = node.loc;
    const body = node.type === 'Program' ? null : node.body;
    this.functions.push([
      index, context.function, node.type === 'Program' ? 2 : node.async === true ? 1 : 0, node.id?.name ?? name ?? '',
      start.line, start.column + 1, end.line, end.column + 1, keepsItsErrors(body) ? 1 : 0, context.givenTo ?? -1,
      (body?.loc?.start ?? end).line, (body?.loc?.start ?? end).column + 1,
    ]);
    return index;
  }

  read(node, context) {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const part of node) this.read(part, context);
      return;
    }
    if (typeof node.type !== 'string') return;
    if (isFunction(node)) {
      this.readFunction(node, context);
      return;
    }
    const read = this[`read${node.type}`];
    if (read === undefined) this.readParts(node, { ...context, use: 'kept', name: undefined, givenTo: undefined });
    else read.call(this, node, { ...context, givenTo: undefined });
  }

  readParts(node, context) {
    for (const key of Object.keys(node)) if (key !== 'loc' && key !== 'type') this.read(node[key], context);
  }

  readFunction(node, context) {
    const index = this.enter(node, context, context.name);
    const inside = { function: index, use: 'kept', isEndless: false, followed: false };
    this.read(node.params, inside);
    this.read(node.defaults, inside);
    if (node.body?.type === 'BlockStatement') {
      this.readBlockStatement(node.body, inside);
      this.sequences.push(...sequencesIn(node.body, this.lines, this.program));
    } else {
      this.read(node.body, { ...inside, use: 'returned' });
      this.sequences.push(...sequencesIn(node.body, this.lines, this.program));
    }
  }

  readProgram(node) {
    this.program = node;
    const index = this.enter(node, { function: -1 });
    this.readStatements(node.body, { function: index, use: 'kept', isEndless: false });
    this.sequences.push(...sequencesIn(node, this.lines, node));
  }

  readStatements(statements, context) {
    statements.forEach((statement, number) => {
      const followed = statements.slice(number + 1).some(({ type }) => type !== 'FunctionDeclaration');
      this.read(statement, { ...context, followed });
    });
  }

  readBlockStatement(node, context) {
    this.readStatements(node.body, context);
  }

  readExpressionStatement(node, context) {
    this.read(node.expression, { ...context, use: 'discarded' });
  }

  readReturnStatement(node, context) {
    this.read(node.argument, { ...context, use: 'returned' });
  }

  readVariableDeclarator(node, context) {
    this.read(node.id, { ...context, use: 'kept' });
    this.read(node.init, { ...context, use: 'kept', name: node.id.name });
  }

  readAssignmentExpression(node, context) {
    this.read(node.left, { ...context, use: 'kept' });
    this.read(node.right, { ...context, use: 'kept', name: nameOf(node.left) });
  }

  readProperty(node, context) {
    if (node.computed) this.read(node.key, { ...context, use: 'kept' });
    this.read(node.value, { ...context, use: 'kept', name: node.key?.name });
  }

  readClassMethod(node, context) {
    this.read(node.body, { ...context, use: 'kept', name: node.name?.name });
  }

  readConditionalExpression(node, context) {
    this.read(node.test, { ...context, use: 'kept' });
    this.read(node.consequent, context);
    this.read(node.alternate, context);
  }

  readLogicalExpression(node, context) {
    this.read(node.left, { ...context, use: 'kept' });
    this.read(node.right, context);
  }

  readSequenceExpression(node, context) {
    node.expressions.forEach((part, number) => {
      const isLast = number === node.expressions.length - 1;
      this.read(part, isLast ? context : { ...context, use: 'discarded' });
    });
  }

  readUnaryExpression(node, context) {
    if (node.operator === 'await') {
      const { start, end } = node.loc;
      const call = this.calls.length;
      const isCall = /CallExpression$/.test(node.argument?.type ?? '');
      this.awaits.push([
        context.function, start.line, start.column + 1, end.line, end.column + 1, context.isEndless ? 1 : 0,
        isCall ? call : -1,
      ]);
      this.read(node.argument, { ...context, use: 'awaited' });
    } else {
      this.read(node.argument, { ...context, use: node.operator === 'void' ? 'voided' : 'kept' });
    }
  }

  // The parser does not tell where a name behind a dot begins: it is what the expression ends with.
  startOfProperty({ computed, property, loc }) {
    if (computed) return property.loc?.start ?? loc.start;
    const { line, column } = loc.end;
    const name = /[\p{ID_Continue}$#\u200c\u200d]+$/u.exec((this.lines[line - 1] ?? '').slice(0, column));
    return { line, column: name?.index ?? column };
  }

  readCallExpression(node, context) {
    const { callee } = node;
    const { start, end } = node.loc;
    const isMember = /MemberExpression$/.test(callee.type);
    const index = this.calls.length;
    const isNew = node.type === 'NewExpression';
    // Where the engine says that a call is: at the name of the method, at the name of a function, or behind that when
    // it has arguments.
    const place = isNew ? start : isMember ? this.startOfProperty(callee) : callee.loc?.start ?? start;
    const behind = isNew || isMember ? place : callee.loc?.end ?? start;
    this.calls.push([
      index, context.function, place.line, place.column + 1, behind.line, behind.column + 1,
      start.line, start.column + 1, end.line, end.column + 1, context.use, `${isNew ? 'new ' : ''}${nameOf(callee)}`,
      context.consumer ?? -1, context.followed ? 1 : 0,
      (node.arguments ?? []).filter(isFunction).length > 0 ? 1 : 0,
    ]);
    const inner = { ...context, name: undefined, consumer: undefined };
    if (isMember) {
      const isChain = !callee.computed && chainMethods.has(callee.property.name);
      this.read(callee.object, { ...inner, use: isChain ? 'chained' : 'kept', consumer: isChain ? index : undefined });
      if (callee.computed) this.read(callee.property, { ...inner, use: 'kept' });
    } else {
      this.read(callee, { ...inner, use: 'kept' });
    }
    for (const argument of node.arguments ?? []) {
      if (isFunction(argument)) this.readFunction(argument, { ...inner, givenTo: index });
      else this.read(argument, { ...inner, use: 'given', consumer: index });
    }
  }

  readNewExpression(node, context) {
    this.readCallExpression(node, context);
  }

  readOptionalCallExpression(node, context) {
    this.readCallExpression(node, context);
  }

  readOptionalExpression(node, context) {
    this.readParts(node, context);
  }

  // What an array holds that is given to a call, as to Promise.race, is given to that call.
  readArrayExpression(node, context) {
    this.read(node.elements, { ...context, use: context.use === 'given' ? 'given' : 'kept' });
  }

  readLoop(node, context, isEndless) {
    this.readParts(node, { ...context, use: 'kept', followed: true, isEndless: context.isEndless || isEndless });
  }

  readWhileStatement(node, context) {
    this.readLoop(node, context, node.test.type === 'Literal' && Boolean(node.test.value));
  }

  readDoWhileStatement(node, context) {
    this.readWhileStatement(node, context);
  }

  readForStatement(node, context) {
    this.readLoop(node, context, node.test === null);
  }

  readForOfStatement(node, context) {
    const { line, column } = node.loc.start;
    const isAwaiting = /^for\s+await\b/.test((this.lines[line - 1] ?? '').slice(column));
    if (isAwaiting) {
      // Each round of it is an await.
      const end = node.body.loc?.start ?? node.loc.end;
      this.awaits.push([context.function, line, column + 1, end.line, end.column + 1, 1, -1]);
    }
    this.readLoop(node, context, isAwaiting);
  }
}

function parseProgram(source, isModule) {
  const text = source.startsWith('#!') ? `//${source.slice(2)}` : source;
  for (const target of isModule ? ['module'] : ['script', 'module']) {
    try {
      return parse(text, { target });
    } catch {
      // The next form, or none: what does not parse has no facts.
    }
  }
  return null;
}

/** The facts of a source text, one in each line, its fields separated by tabs; `SourceFacts.swift` reads them. */
function describe(source, isModule) {
  const program = parseProgram(source, isModule);
  if (program === null) return '';
  const reader = new Reader(source);
  reader.readProgram(program);
  const rows = (kind, list) => list.map((fields) => [kind, ...fields].join('\t'));
  return [
    ...rows('function', reader.functions), ...rows('call', reader.calls), ...rows('await', reader.awaits),
    ...rows('sequence', reader.sequences),
  ].join('\n');
}

module.exports = { describe };
