// SPDX-License-Identifier: MIT
import { arrow, indent } from './context.mjs';
import { body } from './bodies.mjs';
import { asyncCall } from './async-functions.mjs';
import { NEVER, combine, later, settledIn } from './promise-state.mjs';

/** The end of a promise callback: what it returns or throws. Gives `{ text, state }`. */
function reactionEnd(context) {
  const { program } = context;
  const kind = program.random.weighted([['nothing', 30], ['value', 25], ['promise', 20], ['thenable', 8], ['throw', 12]]);
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
  if (kind === 'none') return { code: `${code}\n  .then(${program.random.pick(['undefined', 'null', "'no function'"])})`, state };
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

/** An object with a `then` method of one of the kinds that matter. */
export function thenable(context) {
  const { program } = context;
  const log = program.log('thenable');
  const error = program.error();
  const kinds = [
    ['resolve', 30, 'resolve(1);', 'ok'],
    ['reject', 12, `reject(${error});`, 'fail'],
    ['throws', 10, `throw ${error};`, 'fail'],
    ['twice', 10, "resolve('first');\nreject(0);\nresolve('second');", 'ok'],
    ['then throw', 8, `resolve(2);\nthrow ${error};`, 'ok'],
    ['promise', 12, 'resolve(Promise.resolve(3));', 'ok'],
    ['tick', 10, 'process.nextTick(resolve, 4);', 'ok'],
    ['micro', 8, 'queueMicrotask(() => resolve(5));', 'ok'],
    ['nested', 8, 'resolve({ then(done) { done(6); } });', 'ok'],
  ];
  const kind = program.random.weighted(kinds.map((entry) => [entry, entry[1]]));
  return {
    code: `{\n  then(resolve, reject) {\n${indent(indent(`${log}\n${kind[2]}`))}\n  },\n}`,
    state: settledIn(context, kind[3]),
  };
}

/** `new Promise(...)` that settles now or later. */
function constructed(context) {
  const { program } = context;
  const name = program.uses.has('Tracked') && program.random.chance(50) ? 'Tracked' : 'Promise';
  const log = program.log(context.kind);
  const wrap = (text, state) => ({ code: `new ${name}(${arrow('resolve, reject', `${log}\n${text}`)})`, state });
  const kind = program.random.weighted([
    ['now', 20], ['reject', 8], ['throw', 6], ['promise', 12], ['tick', 10], ['micro', 10], ['immediate', 8], ['timer', 14],
  ]);
  if (kind === 'now') return wrap(`resolve(${program.value()});\nreject(0);`, settledIn(context));
  if (kind === 'reject') return wrap(`reject(${program.error()});`, settledIn(context, 'fail'));
  if (kind === 'throw') return wrap(`throw ${program.error()};`, settledIn(context, 'fail'));
  if (kind === 'tick') return wrap(`process.nextTick(resolve, ${program.value()});`, settledIn(context));
  if (kind === 'micro') return wrap(`queueMicrotask(resolve);`, settledIn(context));
  if (kind === 'immediate' && !context.calm) return wrap(`setImmediate(resolve, ${program.value()});`, settledIn(context));
  if (kind === 'timer') {
    const start = context.time;
    const delay = context.delay();
    if (delay !== null) {
      const state = { outcome: program.random.chance(80) ? 'ok' : 'fail', time: context.dead ? null : start + delay, calm: context.dead };
      const settle = state.outcome === 'ok' ? `resolve, ${delay}, ${program.value()}` : `reject, ${delay}, ${program.error()}`;
      return wrap(`setTimeout(${settle});`, state);
    }
  }
  const inner = promise(context.derive({}), true);
  return wrap(`resolve(${inner.code});`, { ...inner.state, ...(inner.state.outcome === 'never' ? {} : later(inner.state, context)) });
}

/** A call of timers/promises, or null when no timer is possible here. */
export function sleep(context) {
  const { program } = context;
  if (program.random.chance(25) && !context.calm) {
    program.uses.add('immediatePromise');
    return { code: `immediate(${program.value()})`, state: settledIn(context) };
  }
  const start = context.time;
  const delay = context.delay();
  if (delay === null) return null;
  const name = program.random.weighted([['sleep', 70], ['promisified', 20], ['scheduler.wait', 10]]);
  program.uses.add(name);
  const state = { outcome: 'ok', time: context.dead ? null : start + delay, calm: context.dead };
  return { code: name === 'sleep' ? `sleep(${delay}, ${program.value()})` : `${name}(${delay})`, state };
}

/** `Promise.all` and its relatives over other promise expressions. */
export function combinator(context) {
  const { program } = context;
  const name = program.random.pick(['all', 'race', 'any', 'allSettled']);
  const parts = Array.from({ length: program.random.integer(1, 3) }, () => promise(context.derive({}), true));
  if (program.random.chance(25)) parts.push({ code: program.value(), state: settledIn(context) });
  const items = parts.map((part) => indent(part.code)).join(',\n');
  return { code: `Promise.${name}([\n${items},\n])`, state: combine(name, parts.map((part) => part.state), context) };
}

/** Any promise expression; gives its text and state. */
export function promise(context, simple = false) {
  const { program } = context;
  const deep = simple || context.depth > 4 || program.budget <= 0;
  const kind = program.random.weighted([
    ['resolved', 25], ['rejected', 8], ['constructed', 16], ['sleep', 10], ['named', context.scope.length > 0 ? 18 : 0],
    ['thenable', 6], ['never', 1], ['async', deep ? 3 : 14], ['chain', deep ? 0 : 12], ['combinator', deep ? 0 : 8],
  ]);
  const constructor = program.uses.has('Tracked') && program.random.chance(40) ? 'Tracked' : 'Promise';
  switch (kind) {
    case 'rejected': return { code: `${constructor}.reject(${program.error()})`, state: settledIn(context, 'fail') };
    case 'constructed': return constructed(context);
    case 'sleep': return sleep(context) ?? { code: 'Promise.resolve()', state: settledIn(context) };
    case 'named': {
      const { name, state } = program.random.pick(context.scope);
      return { code: name, state: state.outcome === 'never' ? state : { ...state, ...later(state, context) } };
    }
    case 'thenable': {
      const { code, state } = thenable(context);
      return { code: `${constructor}.resolve(${code})`, state };
    }
    case 'never': return { code: 'new Promise(() => {})', state: NEVER };
    case 'async': return asyncCall(context);
    case 'chain': return chain(context, 2);
    case 'combinator': return combinator(context);
    default: return { code: `${constructor}.resolve(${program.value()})`, state: settledIn(context) };
  }
}

/** Ends a floating promise; mostly with a catch, so that not every program dies early. */
export function floating(context, { code, state }) {
  const { program } = context;
  if (state.outcome === 'ok' || state.outcome === 'never' || program.random.chance(program.survivesRejections ? 40 : 6)) {
    return `${code};`;
  }
  const inner = context.deriveAfter(state, 'fail', 'catch');
  return `${code}\n  .catch((e) => ${program.log(inner.kind, 'e').replace(/;$/, '')});`;
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
  const state = delay === null || context.dead ? settledIn(context) : { outcome: 'ok', time: start + delay, calm: false };
  const before = program.random.integer(1, 2);
  const lines = [`let resolve${name};`, `const ${name} = new Promise((resolve) => { resolve${name} = resolve; });`];
  context.scope.push({ name, state });
  for (let i = 0; i < before; i++) lines.push(floating(context, link(context, { code: name, state })));
  const calls = `${program.log('settle')}\nresolve${name}(${program.value()});\n${program.log('settled')}`;
  if (delay !== null) lines.push(`setTimeout(${arrow('', calls)}, ${delay});`);
  else lines.push(`${program.random.pick(['process.nextTick', 'queueMicrotask', 'Promise.resolve().then'])}(${arrow('', calls)});`);
  return lines.join('\n');
}

/** A combinator with a link. */
export function combinatorStatement(context) {
  return floating(context, link(context, combinator(context)));
}
