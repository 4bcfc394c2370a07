// SPDX-License-Identifier: MIT
import { arrow, indent } from './context.mjs';
import { body } from './bodies.mjs';
import { settledIn } from './promise-state.mjs';
import { promise, sleep, thenable } from './promises.mjs';

/** A promise expression that is certainly fulfilled in the end, or a plain value. */
function fulfilled(context) {
  const expression = promise(context.derive({}), true);
  return expression.state.outcome === 'ok' ? expression : { code: context.program.value(), state: settledIn(context) };
}

/** One step of an async generator's body; gives `{ text, yields }`. */
function generatorStep(context) {
  const { program } = context;
  const kind = program.random.weighted([
    ['yield', 35], ['promise', 20], ['await', 20], ['sleep', 8], ['thenable', 6], ['log', 8],
    ['delegate', program.allows('yield-star') ? 8 : 0], ['caught', 8],
  ]);
  if (kind === 'yield') return { text: `yield ${program.value()};`, yields: 1 };
  if (kind === 'delegate') {
    const items = [program.value(), `Promise.resolve(${program.value()})`].join(', ');
    const inner = () => `${program.log('inner')} yield ${program.value()};`;
    const source = program.random.pick([`[${items}]`, `(async function* () { ${inner()} ${inner()} })()`]);
    return { text: `${program.log('delegate', `yield* ${source}`)}`, yields: 2 };
  }
  if (kind === 'caught') {
    const error = program.error();
    const caught = indent(program.log('generator caught', 'e'));
    return { text: `try {\n  yield Promise.reject(${error});\n} catch (e) {\n${caught}\n}`, yields: 0 };
  }
  if (kind === 'thenable') {
    const { code, state } = thenable(context);
    if (state.outcome === 'ok') return { text: `yield ${code};`, yields: 1 };
  }
  if (kind === 'promise' || kind === 'await' || kind === 'sleep') {
    const { code, state } = (kind === 'sleep' && sleep(context)) || fulfilled(context);
    context.advance(state);
    if (kind === 'promise') return { text: `yield ${code};`, yields: 1 };
    return { text: program.log('generator', `await ${code}`), yields: 0 };
  }
  return { text: program.log('generator'), yields: 0 };
}

/** A call of an async generator function written in place; gives `{ code, state, yields }`. */
function generatorCall(context) {
  const { program } = context;
  const inner = context.derive({ kind: 'generator', canAwait: true });
  const steps = Array.from({ length: program.random.integer(1, 4) }, () => generatorStep(inner));
  let text = [program.log('generator'), ...steps.map((step) => step.text)].join('\n');
  const end = program.random.weighted([['nothing', 60], ['return', 15], ['return promise', 10], ['throw', 12]]);
  if (end === 'return') text += `\nreturn ${program.value()};`;
  if (end === 'return promise') text += `\nreturn Promise.resolve(${program.value()});`;
  if (end === 'throw') text += `\nthrow ${program.error()};`;
  if (program.random.chance(35)) {
    text = `try {\n${indent(text)}\n} finally {\n${indent(program.log('generator finally'))}\n}`;
  }
  const state = settledIn(inner, end === 'throw' ? 'fail' : 'ok');
  const code = `(async function* () {\n${indent(text)}\n})()`;
  return { code, state, yields: steps.reduce((sum, step) => sum + step.yields, 0) };
}

/** The body of a for await loop whose rounds take no time. */
function rounds(context, parameter) {
  const { program } = context;
  const lines = [program.log('item', parameter)];
  const inner = context.derive({ kind: 'round', time: null, calm: true });
  inner.sealed = true;
  if (program.random.chance(30)) lines.push(`await ${program.value()};`, program.log('round'));
  if (program.random.chance(25)) lines.push(body(inner, 1));
  return lines.join('\n');
}

/** Puts statements with awaits where they may stand: here, or in an async function. */
function asynchronously(context, text, state) {
  const { program } = context;
  const caught = `try {\n${indent(text)}\n} catch (e) {\n${indent(program.log('caught', 'e'))}\n}`;
  const whole = state.outcome === 'ok' && program.random.chance(70) ? text : caught;
  if (!context.canAwait) return `(${arrow('', whole, 'async ')})();`;
  context.advance(state);
  return whole;
}

/** An async generator: consumed by for await, or by calls of next, return and throw that overlap. */
export function asyncGeneratorStatement(context) {
  const { program } = context;
  const { code, state, yields } = generatorCall(context);
  if (program.random.chance(55)) {
    const name = program.name('v');
    const text = `for await (const ${name} of ${code}) {\n${indent(rounds(context, name))}\n}`;
    if (!program.allows('generator-return') || !program.random.chance(25) || yields === 0 || !context.canAwait) {
      return asynchronously(context, text, state);
    }
    // Leaving early makes the time of what follows uncertain, so it happens in a function of its own.
    const leave = program.random.pick(['break;', 'return;', `throw ${program.error()};`]);
    const early = `${text.slice(0, -2)}\n  ${leave}\n}`;
    return asynchronously(context.derive({ canAwait: false }), early, { ...state, outcome: 'fail' });
  }
  const name = program.name('generator');
  const lines = [`const ${name} = ${code};`];
  const calls = program.random.integer(1, yields + 2);
  for (let i = 0; i < calls; i++) {
    const call = program.allows('generator-return') && program.random.chance(20)
      ? program.random.pick([`return(${program.value()})`, `throw(${program.error()})`]) : `next(${program.value()})`;
    const good = program.print('result', 'v');
    const bad = program.print('failed', 'e');
    lines.push(`${name}.${call}.then((v) => ${good}, (e) => ${bad});`);
  }
  return lines.join('\n');
}

/** An object with an asynchronous iterator made by hand. */
function handMadeIterable(program) {
  const result = program.random.pick([
    '{ value: this.n, done: this.n > 2 }', 'Promise.resolve({ value: this.n, done: this.n > 2 })',
    '{ then: (resolve) => resolve({ value: this.n, done: this.n > 2 }) }',
  ]);
  const closing = program.random.pick(['{}', "Promise.resolve({ value: 'closed' })"]);
  return [
    '{', '  n: 0,', '  [Symbol.asyncIterator]() { return this; },',
    `  next() {\n    this.n += 1;\n    ${program.log('next', 'this.n')}\n    return ${result};\n  },`,
    `  return() {\n    ${program.log('return')}\n    return ${closing};\n  },`, '}',
  ].join('\n');
}

/** for await over an array of promises, a generator of promises, or an iterator made by hand. */
export function forAwaitStatement(context) {
  const { program } = context;
  const name = program.name('v');
  if (program.random.chance(35)) {
    const early = program.random.pick(['break;', `throw ${program.error()};`]);
    const leave = program.random.chance(30) ? `\n${early}` : '';
    const round = indent(`${rounds(context, name)}${leave}`);
    const text = `for await (const ${name} of ${handMadeIterable(program)}) {\n${round}\n}`;
    return asynchronously(context, text, settledIn(context, leave ? 'fail' : 'ok'));
  }
  // The array, and with it every promise, is made before the first round.
  const inner = context.derive({});
  const items = Array.from({ length: program.random.integer(1, 3) }, () => {
    const { code, state } = fulfilled(context);
    inner.advance(state);
    return code;
  });
  const fails = program.random.chance(25);
  if (fails) items.push(`Promise.reject(${program.error()})`);
  const list = `[\n${items.map(indent).join(',\n')},\n]`;
  const source = program.random.chance(70) ? list : `(function* () {\n  yield* ${indent(list).trimStart()};\n})()`;
  const text = `for await (const ${name} of ${source}) {\n${indent(rounds(context, name))}\n}`;
  if (!fails) return asynchronously(context, text, settledIn(inner));
  if (!program.survivesRejections) return null;
  return asynchronously(context, text, settledIn(inner, 'fail'));
}

/** for await over the interval of timers/promises. */
export function promiseIntervalStatement(context) {
  const { program } = context;
  const count = program.random.integer(1, 3);
  const start = context.time;
  const delay = context.delay(count);
  if (delay === null) return null;
  program.uses.add('every');
  const name = program.name('v');
  const leave = `if (++rounds${name} === ${count}) break;`;
  const round = indent(`${rounds(context, name)}\n${leave}`);
  const loop = `for await (const ${name} of every(${delay}, ${program.value()})) {\n${round}\n}`;
  const state = { outcome: 'ok', time: context.dead ? null : start + delay * count, calm: context.dead };
  return `let rounds${name} = 0;\n${asynchronously(context, loop, state)}`;
}
