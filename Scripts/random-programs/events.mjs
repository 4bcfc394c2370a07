// SPDX-License-Identifier: MIT
import { arrow } from './context.mjs';
import { body } from './bodies.mjs';
import { settledIn } from './promise-state.mjs';

/** A listener: it may run at several moments, so it sets no timer, and nobody catches what it throws. */
function listener(context, kind, parameter = 'v', shown = parameter) {
  const { program } = context;
  const inner = context.derive({ kind, time: null, calm: true });
  const log = `${program.log(kind, shown)}\n`;
  if (program.random.chance(25)) {
    return arrow(parameter, `${log}await ${program.value()};\n${program.log(`${kind} resumed`)}`, 'async ');
  }
  inner.sealed = true;
  return arrow(parameter, `${log}${program.random.chance(40) ? body(inner, 2) : program.log(kind)}`);
}

/** Code that runs `text` now or later; gives `{ code, state }` with the state of a promise that it settles. */
function sometime(context, text) {
  const { program } = context;
  const start = context.time;
  const kind = program.random.weighted([['now', 25], ['tick', 20], ['micro', 20], ['immediate', 15], ['timer', 25]]);
  const run = arrow('', text);
  if (kind === 'immediate' && !context.calm) return { code: `setImmediate(${run});`, state: settledIn(context) };
  if (kind === 'timer') {
    const delay = context.delay();
    if (delay !== null) {
      const state = { outcome: 'ok', ...context.momentAfter(start, delay) };
      return { code: `setTimeout(${run}, ${delay});`, state };
    }
  }
  const wrapped = { tick: `process.nextTick(${run});`, micro: `queueMicrotask(${run});` };
  return { code: wrapped[kind] ?? text, state: settledIn(context) };
}

/** An EventEmitter with listeners, and emits at several moments. */
export function emitterStatement(context) {
  const { program } = context;
  program.uses.add('EventEmitter');
  const name = program.name('emitter');
  const capturing = program.random.chance(20);
  const lines = [`const ${name} = new EventEmitter(${capturing ? '{ captureRejections: true }' : ''});`];
  if (capturing || program.random.chance(30)) lines.push(`${name}.on('error', ${listener(context, 'error', 'e')});`);
  if (capturing) lines.push(`${name}.on('ping', async () => {\n  throw ${program.error()};\n});`);
  if (program.random.chance(20)) {
    lines.push(`${name}.on('newListener', (event) => ${program.print('new', 'event')});`);
  }
  const methods = ['on', 'on', 'once', 'prependListener', 'prependOnceListener', 'addListener'];
  for (let i = program.random.integer(1, 3); i > 0; i--) {
    lines.push(`${name}.${program.random.pick(methods)}('ping', ${listener(context, 'listener')});`);
  }
  if (program.random.chance(20)) {
    const removed = `${name}Listener`;
    lines.push(`const ${removed} = () => ${program.print('removed')};`, `${name}.on('ping', ${removed});`);
    lines.push(sometime(context, `${name}.off('ping', ${removed});`).code);
  }
  for (let i = program.random.integer(1, 3); i > 0; i--) {
    const emit = `${name}.emit('ping', ${program.value()})`;
    lines.push(sometime(context, program.random.chance(40) ? program.log('emitted', emit) : `${emit};`).code);
  }
  if (capturing) lines.push(`${name}.emit('error', ${program.error()});`);
  return lines.join('\n');
}

/** `events.once`, fulfilled or rejected by an emit at some moment. */
export function onceStatement(context) {
  const { program } = context;
  program.uses.add('EventEmitter').add('once');
  const emitter = program.name('emitter');
  const name = program.name('p');
  const fails = program.random.chance(20);
  const emitted = fails ? `'error', ${program.error()}` : `'ready', ${program.value()}`;
  const { code, state } = sometime(context, `${emitter}.emit(${emitted});`);
  const lines = [`const ${emitter} = new EventEmitter();`, `const ${name} = once(${emitter}, 'ready');`];
  if (fails) lines.push(`${name}.catch((e) => ${program.print('once failed', 'e')});`);
  context.scope.push({ name, state: { ...state, outcome: fails ? 'fail' : 'ok' } });
  return [...lines, code].join('\n');
}

/** An EventTarget whose listeners may throw where a listener for uncaught exceptions waits. */
export function eventTargetStatement(context) {
  const { program } = context;
  const name = program.name('target');
  const lines = [`const ${name} = new EventTarget();`];
  for (let i = program.random.integer(1, 3); i > 0; i--) {
    const options = program.random.pick(['', '', ', { once: true }']);
    lines.push(`${name}.addEventListener('ping', ${listener(context, 'target', 'event', 'event.type')}${options});`);
  }
  if (program.mayThrow && !context.calm && program.random.chance(30)) {
    lines.splice(2, 0, `${name}.addEventListener('ping', () => {\n  throw ${program.error()};\n});`);
  }
  for (let i = program.random.integer(1, 2); i > 0; i--) {
    lines.push(sometime(context, program.log('dispatched', `${name}.dispatchEvent(new Event('ping'))`)).code);
  }
  return lines.join('\n');
}

/** An AbortController with listeners and something to cancel. */
export function abortStatement(context) {
  const { program } = context;
  const name = program.name('controller');
  const reason = program.random.pick(['', '', program.error(), "'stop'"]);
  const lines = [
    `const ${name} = new AbortController();`,
    `${name}.signal.addEventListener('abort', ${listener(context, 'abort', 'event', 'event.target.reason')});`,
  ];
  const kind = program.random.weighted([
    ['sleep', 50], ['immediate', 15], ['throwIfAborted', 25], ['timeout', program.mayUnref ? 15 : 0],
  ]);
  const handlers = (what) => {
    const [good, bad] = [program.print(what, 'v'), program.print(`${what} failed`, 'e')];
    return `.then((v) => ${good}, (e) => ${bad});`;
  };
  if (kind === 'sleep') {
    const delay = context.delay();
    if (delay === null) return null;
    program.uses.add('sleep');
    lines.push(`sleep(${delay}, ${program.value()}, { signal: ${name}.signal })\n  ${handlers('slept')}`);
  } else if (kind === 'immediate' && !context.calm) {
    program.uses.add('immediatePromise');
    lines.push(`immediate(${program.value()}, { signal: ${name}.signal })\n  ${handlers('immediate')}`);
  } else if (kind === 'timeout') {
    const delay = context.delay();
    if (delay === null) return null;
    const signal = program.name('signal');
    lines.push(`const ${signal} = AbortSignal.timeout(${delay});`);
    lines.push(`${signal}.onabort = () => ${program.print('timed out', `${signal}.reason`)};`);
  } else {
    const [good, bad] = [program.log('not aborted'), program.log('aborted', 'e')];
    const check = `try {\n  ${name}.signal.throwIfAborted();\n  ${good}\n} catch (e) {\n  ${bad}\n}`;
    lines.push(sometime(context, check).code);
  }
  const called = program.log('abort called', `${name}.signal.aborted`);
  lines.push(sometime(context, `${name}.abort(${reason});\n${called}`).code);
  return lines.join('\n');
}
