// SPDX-License-Identifier: MIT
'use strict';

// Awaits that stand one after the other although none needs what another gave. Only what fetches a value is looked at:
// what is awaited for its effect has an order that somebody meant. In doubt there is none.

// Names of calls that change something, take from something, or open what others need.
const effects = new RegExp(
  '^(?:ack|acquire|add|append|apply|authenticate|begin|book|buy|cancel|charge|claim|close|commit|connect|consume|' +
  'create|debit|delete|deposit|dequeue|destroy|dispatch|drain|emit|end|enqueue|enter|execute|flush|import|increment|' +
  'init|insert|install|invoke|join|launch|lock|log|login|mark|migrate|move|next|notify|off|on|once|open|patch|pay|' +
  'poll|' +
  'pop|post|' +
  'process|publish|pull|push|put|read|receive|refund|register|release|remove|rename|replace|reserve|reset|run|save|' +
  'schedule|send|set|shift|sign|sleep|spawn|start|step|stop|store|submit|subscribe|take|tick|transfer|transform|try|' +
  'unlock|update|upload|upsert|wait|withdraw|write)(?![a-z])');
const endings = /^(?:abort|close|commit|destroy|dispose|end|free|leave|release|return|rollback|stop|unlock)$/;
const collecting = /^(?:push|set|add|unshift|append)$/;
const pureObjects = new Set([
  'JSON', 'Math', 'Object', 'Number', 'String', 'Array', 'Boolean', 'console', 'performance',
]);

const isFunction = (node) => /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
const isAwait = (node) => node?.type === 'UnaryExpression' && node.operator === 'await';
const isCall = (node) => node?.type === 'CallExpression';
const isMember = (node) => node?.type === 'MemberExpression';

function* partsOf(node) {
  for (const key of Object.keys(node)) {
    if (key === 'loc' || key === 'type') continue;
    const part = node[key];
    if (Array.isArray(part)) {
      for (const element of part) if (element !== null && typeof element === 'object') yield element;
    } else if (part !== null && typeof part === 'object' && !(part instanceof RegExp)) {
      yield part;
    }
  }
}

/** Calls back for a node and what is in it; functions are entered where `entersFunctions` says so. */
function visit(node, callback, entersFunctions = false) {
  if (callback(node) === false) return;
  for (const part of partsOf(node)) {
    if (entersFunctions || !isFunction(part)) visit(part, callback, entersFunctions);
  }
}

function namesIn(node, names = new Set()) {
  if (node === null || node === undefined) return names;
  if (isMember(node)) {
    namesIn(node.object, names);
    if (node.computed) namesIn(node.property, names);
    return names;
  }
  if (node.type === 'Property') {
    namesIn(node.value, names);
    return names;
  }
  if (node.type === 'Identifier') names.add(node.name);
  else if (node.type === 'ThisExpression') names.add('this');
  else for (const part of partsOf(node)) namesIn(part, names);
  return names;
}

const meets = (one, other) => [...one].some((name) => other.has(name));
const rootOf = (node) => (isMember(node) ? rootOf(node.object) : isCall(node) ? rootOf(node.callee) : node);
const methodOf = (callee) => (isMember(callee) && !callee.computed ? callee.property.name : callee.name) ?? '';

function awaitsIn(node) {
  const found = [];
  visit(node, (part) => void (isAwait(part) && found.push(part)));
  return found;
}

function declaredFunction(name, program) {
  let found;
  visit(program, (node) => {
    if (node.type === 'FunctionDeclaration' && node.id?.name === name) found = node;
    if (node.type === 'VariableDeclarator' && node.id.name === name && node.init && isFunction(node.init)) {
      found = node.init;
    }
  }, true);
  return found;
}

/** Whether a function changes what is not its own, as far as its text tells. */
function changesThings(declared, program, seen = new Set()) {
  if (seen.has(declared)) return false;
  seen.add(declared);
  const own = new Set();
  visit(declared, (node) => {
    if (node.type === 'VariableDeclarator') namesIn(node.id, own);
  }, true);
  for (const parameter of declared.params ?? []) namesIn(parameter, own);
  let changes = false;
  const isForeign = (node) => !own.has(rootOf(node)?.name ?? (rootOf(node)?.type === 'ThisExpression' ? 'this' : ''));
  visit(declared.body, (node) => {
    if (node.type === 'AssignmentExpression' && isForeign(node.left)) changes = true;
    if (node.type === 'UpdateExpression' && isForeign(node.argument)) changes = true;
    if (isCall(node)) {
      const method = methodOf(node.callee);
      if (isMember(node.callee) && !pureObjects.has(rootOf(node.callee)?.name) && isForeign(node.callee)) {
        if (collecting.test(method) || effects.test(method)) changes = true;
      }
      const next = node.callee.type === 'Identifier' ? declaredFunction(node.callee.name, program) : undefined;
      if (next !== undefined && changesThings(next, program, seen)) changes = true;
    }
  }, true);
  return changes;
}

/** Whether a call may have to be where it is, whatever it is given. */
function hasEffect(call, program) {
  const { callee } = call;
  const method = methodOf(callee);
  // Promise.all and its like begin together what can begin together.
  if (method === '' || effects.test(method) || rootOf(callee)?.name === 'Promise') return true;
  // What is given a function may run it at any time, and two of them at once might get in each other's way.
  if (call.arguments.some(isFunction)) return true;
  for (const argument of call.arguments) {
    if (argument.type === 'Literal' && typeof argument.value === 'string' &&
        /^\s*(?:insert|update|delete|begin|commit|rollback|create|drop|alter|lock)\b/i.test(argument.value)) {
      return true;
    }
    const { properties } = argument;
    const isWriting = ({ key, value }) => key?.name === 'method' && !/^get$/i.test(String(value?.value));
    if (properties?.some(isWriting)) return true;
  }
  const declared = callee.type === 'Identifier' ? declaredFunction(callee.name, program) : undefined;
  return declared !== undefined && changesThings(declared, program);
}

const textOf = (node, lines) => {
  const { start, end } = node.loc;
  if (start.line === end.line) return lines[start.line - 1].slice(start.column, end.column);
  return `${start.line}:${start.column}`;
};

// `const name = await call(…)`, also of several names; the call, what it uses, and what it names.
function awaitedValue(statement) {
  if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return undefined;
  const [{ id, init }] = statement.declarations;
  if (!isAwait(init) || !isCall(init.argument) || awaitsIn(init.argument).length > 0) return undefined;
  return { node: init, call: init.argument, uses: namesIn(init.argument), names: namesIn(id) };
}

// Whether what was awaited opens something that the statements after it need: it is ended or called later.
function opensSomething(names, rest) {
  let opens = false;
  for (const statement of rest) {
    visit(statement, (node) => {
      if (!isCall(node)) return;
      const { callee } = node;
      if (callee.type === 'Identifier' && names.has(callee.name)) opens = true;
      if (isMember(callee) && names.has(rootOf(callee)?.name) && endings.test(methodOf(callee))) opens = true;
    }, true);
  }
  return opens;
}

// Whether a statement between two awaits lets them change places: it only computes from what was not fetched, or only
// prints.
function isPassable(statement, tainted) {
  if (awaitsIn(statement).length > 0) return false;
  switch (statement.type) {
    case 'FunctionDeclaration': return true;
    case 'VariableDeclaration': {
      for (const { id, init } of statement.declarations) {
        if (init !== null && init !== undefined && meets(namesIn(init), tainted)) namesIn(id, tainted);
      }
      return true;
    }
    case 'ExpressionStatement': {
      const { expression } = statement;
      if (expression.type === 'Literal') return true;
      return isCall(expression) && rootOf(expression.callee)?.name === 'console';
    }
    default: return false;
  }
}

function groupsOfStatements(statements, lines, program) {
  const groups = [];
  let group;
  const finish = () => {
    if (group !== undefined && group.members.length > 1) groups.push(group.members);
    group = undefined;
  };
  statements.forEach((statement, index) => {
    const value = awaitedValue(statement);
    if (value === undefined) {
      if (group !== undefined && !isPassable(statement, group.tainted)) finish();
      return;
    }
    const text = textOf(value.call, lines);
    const isBound = hasEffect(value.call, program) || opensSomething(value.names, statements.slice(index + 1));
    if (group !== undefined && (isBound || group.texts.has(text) || meets(value.uses, group.tainted))) finish();
    if (isBound) return;
    group ??= { members: [], texts: new Set(), tainted: new Set() };
    group.members.push(value.node);
    group.texts.add(text);
    for (const name of value.names) group.tainted.add(name);
  });
  finish();
  return groups;
}

// Awaits side by side in one expression: `[await a(), await b()]`, `show(await a(), await b())`.
function groupsOfExpressions(node, lines, program) {
  const groups = [];
  visit(node, (part) => {
    const { elements, arguments: given, properties } = part;
    const list = elements ?? given ?? properties?.map(({ value }) => value);
    if (!Array.isArray(list)) return;
    const found = list.filter((element) => isAwait(element) && isCall(element.argument) &&
      awaitsIn(element.argument).length === 0 && !hasEffect(element.argument, program));
    const texts = new Set(found.map((element) => textOf(element.argument, lines)));
    if (found.length > 1 && texts.size === found.length) groups.push(found);
  });
  return groups;
}

// What a loop's statement may do beside its awaits: name values, print, and collect.
function collectsOnly(statement, local) {
  let isHarmless = true;
  visit(statement, (node) => {
    if (/^(?:Break|Return|Throw|Try|While|DoWhile|For|ForOf|ForIn|Switch|Continue)Statement$/.test(node.type)) {
      isHarmless = false;
    }
    if (node.type === 'AssignmentExpression') {
      const isLocal = local.has(rootOf(node.left)?.name);
      const isElement = isMember(node.left) && node.left.computed;
      if (!isLocal && !isElement && !/^(?:\+=|-=|\*=)$/.test(node.operator)) isHarmless = false;
    }
    if (isCall(node) && isMember(node.callee) && !local.has(rootOf(node.callee)?.name) &&
        !pureObjects.has(rootOf(node.callee)?.name) && effects.test(methodOf(node.callee)) &&
        !collecting.test(methodOf(node.callee))) {
      isHarmless = false;
    }
  });
  return isHarmless;
}

function loopAwait(loop, lines, program) {
  const isOf = loop.type === 'ForOfStatement' || loop.type === 'ForInStatement';
  if (!isOf && loop.type !== 'ForStatement') return undefined;
  const { line, column } = loop.loc.start;
  if (/^for\s+await\b/.test(lines[line - 1].slice(column))) return undefined;
  const variables = namesIn(isOf ? loop.left : loop.init?.declarations?.[0]?.id);
  const statements = loop.body?.type === 'BlockStatement' ? loop.body.body : [loop.body];
  const awaits = statements.flatMap((statement) => awaitsIn(statement));
  if (awaits.length === 0 || variables.size === 0) return undefined;
  // A value awaited for its effect alone sets the pace or the order.
  const discarded = statements.some((statement) =>
    statement.type === 'ExpressionStatement' && isAwait(statement.expression));
  if (discarded) return undefined;
  const local = new Set(variables);
  const changed = new Set();
  for (const statement of statements) {
    visit(statement, (node) => {
      if (node.type === 'VariableDeclarator') namesIn(node.id, local);
    });
  }
  for (const statement of statements) {
    if (!collectsOnly(statement, local)) return undefined;
    visit(statement, (node) => {
      const target = node.type === 'AssignmentExpression' ? node.left : isCall(node) && isMember(node.callee) &&
        collecting.test(methodOf(node.callee)) ? node.callee : undefined;
      const name = rootOf(target ?? {})?.name;
      if (name !== undefined && !local.has(name)) changed.add(name);
    });
  }
  const areFree = awaits.every(({ argument }) => isCall(argument) && !hasEffect(argument, program) &&
    !meets(namesIn(argument), changed));
  const first = awaits[0];
  return areFree && meets(namesIn(first.argument), local) ? first : undefined;
}

/** The groups of awaits in a function's body that could have begun together: kind, then line and column of each. */
function sequencesIn(body, lines, program) {
  const rows = [];
  const placeOf = ({ loc: { start } }) => [start.line, start.column + 1];
  const row = (group) => rows.push(['group', ...group.flatMap(placeOf)]);
  visit(body, (node) => {
    if (Array.isArray(node.body)) groupsOfStatements(node.body, lines, program).forEach(row);
    if (/^For/.test(node.type)) {
      const found = loopAwait(node, lines, program);
      if (found !== undefined) rows.push(['loop', ...placeOf(found)]);
    }
  });
  groupsOfExpressions(body, lines, program).forEach(row);
  return rows;
}

module.exports = { sequencesIn };
