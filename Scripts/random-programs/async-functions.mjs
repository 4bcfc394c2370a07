// SPDX-License-Identifier: MIT
import { arrow, indent } from './context.mjs';
import { body } from './bodies.mjs';
import { floating } from './promise-chains.mjs';
import { NEVER, later, settledIn } from './promise-state.mjs';
import { promise, sleep, thenable } from './promises.mjs';

/** What an async function returns at its end; gives `{ text, state }`. */
function asyncEnd(outer, inner) {
  const { program } = inner;
  if (inner.ended === 'exit' || (inner.dead && !outer.dead)) return { text: '', state: NEVER };
  if (inner.ended) return { text: '', state: settledIn(inner, inner.ended) };
  const kind = program.random.weighted([
    ['nothing', 40], ['value', 20], ['return', 15], ['return await', 15], ['throw', 10],
  ]);
  if (kind === 'value') return { text: `return ${program.value()};`, state: settledIn(inner) };
  if (kind === 'throw') return { text: `throw ${program.error()};`, state: settledIn(inner, 'fail') };
  if (kind === 'nothing' || inner.depth > 6) return { text: '', state: settledIn(inner) };
  const { code, state } = promise(inner);
  return { text: `${kind} ${code};`, state: state.outcome === 'never' ? NEVER : { ...state, ...later(state, inner) } };
}

/** The body of a new async function, and the state of the promise that a call gives. */
function asyncBody(context, most = 4) {
  const inner = context.derive({ kind: 'async', canAwait: true });
  const text = body(inner, most);
  const end = asyncEnd(context, inner);
  return { text: end.text ? `${text}\n${end.text}` : text, state: end.state };
}

/** A call of an async function written in place. */
export function asyncCall(context) {
  const { text, state } = asyncBody(context);
  return { code: `(${arrow('', text, 'async ')})()`, state };
}

/** An async function and a call of it. */
export function asyncFunctionStatement(context) {
  const { program } = context;
  if (program.random.chance(40)) return floating(context, asyncCall(context));
  const { text, state } = asyncBody(context, 5);
  const name = program.name('task');
  const declaration = `async function ${name}() {\n${indent(text)}\n}`;
  if (program.random.chance(50)) return `${declaration}\n${floating(context, { code: `${name}()`, state })}`;
  const promiseName = program.name('p');
  context.scope.push({ name: promiseName, state });
  const lines = [declaration, `const ${promiseName} = ${name}();`];
  if (state.outcome !== 'ok') lines.push(floating(context, { code: promiseName, state }));
  return lines.join('\n');
}

/** Something to await: a value, a thenable or a promise. */
function awaited(context) {
  const { program } = context;
  // A module that waits for ever ends with a code of its own, so it should occur now and then.
  const isTopLevel = program.isModule && context.kind === 'main';
  if (isTopLevel && program.random.chance(1)) return { code: 'new Promise(() => {})', state: NEVER };
  const kind = program.random.weighted([['value', 20], ['thenable', 12], ['promise', 45], ['sleep', 20]]);
  if (kind === 'value') return { code: program.value(), state: settledIn(context) };
  if (kind === 'thenable') {
    const { code, state } = thenable(context);
    return { code: `(${code})`, state };
  }
  return (kind === 'sleep' && sleep(context)) || promise(context);
}

/** `await` in one of the positions an expression can have. */
function awaitForms(program, code) {
  const name = program.name('v');
  return program.random.pick([
    `const ${name} = await ${code};\n${program.log('awaited', name)}`,
    program.log('awaited', `await ${code}`),
    `await ${code};\n${program.log('after await')}`,
    `if (await ${code}) ${program.log('truthy')} else ${program.log('falsy')}`,
    `const { [await ${code}]: ${name} = 'none' } = {};\n${program.log('key', name)}`,
    `const ${name} = [${program.value()}, await ${code}];\n${program.log('item', name)}`,
    `const ${name} = (await ${code}) ?? (await null) ?? 'nothing';\n${program.log('awaited', name)}`,
    `switch (await ${code}) {\n  case 1:\n    ${program.log('one')}\n  default:\n    ${program.log('default')}\n}`,
  ]);
}

/** An await, mostly inside try where it may fail. */
export function awaitStatement(context) {
  const { program } = context;
  if (!context.canAwait) return null;
  const { code, state } = awaited(context);
  const text = awaitForms(program, code);
  if (state.outcome === 'ok' || state.outcome === 'never') {
    context.advance(state);
    return text;
  }
  context.advance(state);
  if (!context.sealed && program.random.chance(context.kind === 'main' ? 2 : 18)) {
    context.ended = state.outcome;
    return text;
  }
  return `try {\n${indent(text)}\n} catch (e) {\n${indent(program.log('caught', 'e'))}\n}`;
}

/** try, catch and finally around an await, with statements in each part. */
export function tryStatement(context) {
  const { program } = context;
  if (!context.canAwait || program.budget < 2) return null;
  const { code, state } = awaited(context);
  const part = (outcome, kind) => {
    const inner = context.deriveAfter(state, outcome, kind);
    inner.sealed = true;
    const text = body(inner, 2);
    return program.random.chance(30) ? `await ${program.value()};\n${text}` : text;
  };
  const name = program.name('v');
  const before = program.log(context.kind);
  const tried = `${before}\nconst ${name} = await ${code};\n${program.log('awaited', name)}\n${part('ok', 'try')}`;
  const caught = `${program.log('caught', 'e')}\n${part('fail', 'catch')}`;
  const lines = [`try {`, indent(tried), '} catch (e) {', indent(caught)];
  if (program.random.chance(50)) lines.push('} finally {', indent(program.log('finally')));
  context.advance(state);
  return [...lines, '}'].join('\n');
}

/** A loop of awaits. */
export function loopStatement(context) {
  const { program } = context;
  if (!context.canAwait) return null;
  const rounds = program.random.integer(2, 3);
  const name = program.name('i');
  const kind = program.random.weighted([
    ['value', 25], ['resolved', 25], ['thenable', 15], ['sleep', 20], ['tick', 15],
  ]);
  let code = program.value();
  if (kind === 'resolved') code = `Promise.resolve(${name})`;
  if (kind === 'thenable') code = `{ then(resolve) { ${program.log('thenable', name)} resolve(${name}); } }`;
  if (kind === 'tick') code = `new Promise((resolve) => process.nextTick(resolve, ${name}))`;
  if (kind === 'sleep') {
    const start = context.time;
    const delay = context.delay(rounds);
    if (delay === null) return null;
    program.uses.add('sleep');
    code = `sleep(${delay}, ${name})`;
    if (!context.dead) context.advance({ outcome: 'ok', time: start + delay * rounds, calm: false });
  }
  const inner = context.derive({ kind: 'loop', time: null, calm: true, canAwait: false });
  inner.sealed = true;
  const text = `${program.log('round', `await ${code}`)}${program.random.chance(50) ? `\n${body(inner, 1)}` : ''}`;
  return `for (let ${name} = 0; ${name} < ${rounds}; ${name}++) {\n${indent(text)}\n}`;
}
