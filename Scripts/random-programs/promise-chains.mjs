// SPDX-License-Identifier: MIT
import { arrow, indent } from './context.mjs';
import { body } from './bodies.mjs';
import { NEVER, later, settledIn } from './promise-state.mjs';
import { combinator, promise, thenable } from './promises.mjs';

/** The end of a promise callback: what it returns or throws. Gives `{ text, state }`. */
function reactionEnd(context) {
  const { program } = context;
  const kind = program.random.weighted([
    ['nothing', 30], ['value', 25], ['promise', 20], ['thenable', 8], ['throw', 12],
  ]);
  if (context.ended === 'fail') return { text: '', state: settledIn(context, 'fail') };
  if (kind === 'value') return { text: `return ${program.value()};`, state: settledIn(context) };
  if (kind === 'throw') return { text: `throw ${program.error()};`, state: settledIn(context, 'fail') };
  if (kind === 'thenable') {
    const { code, state } = thenable(context);
    return { text: `return ${code};`, state };
  }
  if (kind === 'promise' && context.depth < 6) {
    const { code, state } = promise(context);
    return { text: `return ${code};`, state };
  }
  return { text: '', state: settledIn(context) };
}

/** A callback for then, catch or finally; gives its text and the state of what it returns. */
function reaction(context, state, outcome, kind, parameter) {
  const { program } = context;
  const inner = context.deriveAfter(state, outcome, kind);
  inner.isReaction = true;
  const log = parameter ? `${program.log(kind, parameter)}\n` : '';
  const text = program.budget > 0 && program.random.chance(45) ? body(inner, 2) : parameter ? '' : program.log(kind);
  const end = reactionEnd(inner);
  const whole = [log.trimEnd(), text, end.text].filter(Boolean).join('\n');
  return { code: arrow(parameter, whole), state: end.state };
}

/** The state of a promise derived by a callback that runs for `outcome` only. */
function derived(state, outcome, result) {
  if (state.outcome === 'never') return NEVER;
  if (state.outcome === outcome) return result;
  if (state.outcome !== 'unknown') return state;
  const same = state.time !== null && result.time === state.time;
  return { outcome: 'unknown', ...(same ? later(state, result) : { time: null, calm: true }) };
}

/** Appends then, catch or finally to a promise expression. */
function link(context, { code, state }) {
  const { program } = context;
  const kind = program.random.weighted([['then', 55], ['catch', 25], ['finally', 12], ['both', 12], ['none', 3]]);
  if (kind === 'then') {
    const { code: text, state: result } = reaction(context, state, 'ok', 'then', 'v');
    return { code: `${code}\n  .then(${indent(text).trimStart()})`, state: derived(state, 'ok', result) };
  }
  if (kind === 'catch') {
    const { code: text, state: result } = reaction(context, state, 'fail', 'catch', 'e');
    return { code: `${code}\n  .catch(${indent(text).trimStart()})`, state: derived(state, 'fail', result) };
  }
  if (kind === 'none') {
    return { code: `${code}\n  .then(${program.random.pick(['undefined', 'null', "'no function'"])})`, state };
  }
  if (kind === 'finally') {
    const either = state.outcome === 'unknown' ? 'unknown' : state.outcome;
    const { code: text, state: result } = reaction(context, state, either, 'finally', '');
    if (state.outcome === 'never') return { code: `${code}\n  .finally(${indent(text).trimStart()})`, state };
    const outcome = result.outcome === 'ok' ? state.outcome : result.outcome === 'fail' ? 'fail' : result.outcome;
    return { code: `${code}\n  .finally(${indent(text).trimStart()})`, state: { ...result, outcome } };
  }
  const good = reaction(context, state, 'ok', 'then', 'v');
  const bad = reaction(context, state, 'fail', 'rejected', 'e');
  const text = `${code}\n  .then(${indent(good.code).trimStart()}, ${indent(bad.code).trimStart()})`;
  if (state.outcome === 'unknown') return { code: text, state: { outcome: 'unknown', time: null, calm: true } };
  return { code: text, state: state.outcome === 'ok' ? good.state : state.outcome === 'fail' ? bad.state : NEVER };
}

/** A promise expression with some links. */
export function chain(context, most = 4) {
  let expression = promise(context, true);
  const links = context.program.random.integer(1, most);
  for (let i = 0; i < links; i++) expression = link(context, expression);
  return expression;
}

/** Ends a floating promise; mostly with a catch, so that not every program dies early. */
export function floating(context, { code, state }) {
  const { program } = context;
  const unhandled = program.random.chance(program.survivesRejections ? 40 : 6);
  if (unhandled || state.outcome === 'ok' || state.outcome === 'never') return `${code};`;
  return `${code}\n  .catch((e) => ${program.print('catch', 'e')});`;
}

/** A chain as a statement. */
export function chainStatement(context) {
  return floating(context, chain(context));
}

/** A promise with a name that later statements can use. */
export function promiseStatement(context) {
  const { program } = context;
  const { code, state } = program.random.chance(50) ? chain(context, 2) : promise(context);
  const name = program.name('p');
  const lines = [`const ${name} = ${code};`];
  if (state.outcome === 'fail' || state.outcome === 'unknown') lines.push(floating(context, { code: name, state }));
  context.scope.push({ name, state });
  return lines.join('\n');
}

/** A promise that is resolved from outside, after handlers have been attached. */
export function deferredStatement(context) {
  const { program } = context;
  const start = context.time;
  const delay = program.random.chance(50) ? context.delay() : null;
  const name = program.name('p');
  const state = delay === null ? settledIn(context) : { outcome: 'ok', ...context.momentAfter(start, delay) };
  const before = program.random.integer(1, 2);
  const lines = [`let resolve${name};`, `const ${name} = new Promise((resolve) => { resolve${name} = resolve; });`];
  context.scope.push({ name, state });
  for (let i = 0; i < before; i++) lines.push(floating(context, link(context, { code: name, state })));
  const calls = `${program.log('settle')}\nresolve${name}(${program.value()});\n${program.log('settled')}`;
  if (delay !== null) lines.push(`setTimeout(${arrow('', calls)}, ${delay});`);
  else {
    const queue = program.random.pick(['process.nextTick', 'queueMicrotask', 'Promise.resolve().then']);
    lines.push(`${queue}(${arrow('', calls)});`);
  }
  return lines.join('\n');
}

/** A combinator with a link. */
export function combinatorStatement(context) {
  return floating(context, link(context, combinator(context)));
}
