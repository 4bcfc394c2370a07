// SPDX-License-Identifier: MIT
import { arrow, indent } from './context.mjs';
import { asyncCall } from './async-functions.mjs';
import { chain } from './promise-chains.mjs';
import { NEVER, combine, later, settledIn } from './promise-state.mjs';

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

/** The state of a promise as it is seen in a context that comes later. */
function notBefore(context, state) {
  return state.outcome === 'never' ? state : { ...state, ...later(state, context) };
}

/** `new Promise(...)` that settles now or later. */
function constructed(context) {
  const { program } = context;
  const name = program.uses.has('Tracked') && program.random.chance(50) ? 'Tracked' : 'Promise';
  const log = program.log(context.kind);
  const wrap = (text, state) => ({ code: `new ${name}(${arrow('resolve, reject', `${log}\n${text}`)})`, state });
  const kind = program.random.weighted([
    ['now', 20], ['reject', 8], ['throw', 6], ['promise', 12], ['tick', 10], ['micro', 10],
    ['immediate', context.calm ? 0 : 8], ['timer', 14],
  ]);
  if (kind === 'now') return wrap(`resolve(${program.value()});\nreject(0);`, settledIn(context));
  if (kind === 'reject') return wrap(`reject(${program.error()});`, settledIn(context, 'fail'));
  if (kind === 'throw') return wrap(`throw ${program.error()};`, settledIn(context, 'fail'));
  if (kind === 'tick') return wrap(`process.nextTick(resolve, ${program.value()});`, settledIn(context));
  if (kind === 'micro') return wrap(`queueMicrotask(resolve);`, settledIn(context));
  if (kind === 'immediate') return wrap(`setImmediate(resolve, ${program.value()});`, settledIn(context));
  if (kind === 'timer') {
    const start = context.time;
    const delay = context.delay();
    if (delay !== null) {
      const outcome = program.random.chance(80) ? 'ok' : 'fail';
      const [settle, value] = outcome === 'ok' ? ['resolve', program.value()] : ['reject', program.error()];
      return wrap(`setTimeout(${settle}, ${delay}, ${value});`, { outcome, ...context.momentAfter(start, delay) });
    }
  }
  const inner = promise(context.derive({}), true);
  return wrap(`resolve(${inner.code});`, notBefore(context, inner.state));
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
  const state = { outcome: 'ok', ...context.momentAfter(start, delay) };
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
      return { code: name, state: notBefore(context, state) };
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
