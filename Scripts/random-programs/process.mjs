// SPDX-License-Identifier: MIT
import { arrow } from './context.mjs';

/** `throw`, where the error reaches a promise, a listener for uncaught exceptions, or is meant to end the program. */
export function throwStatement(context) {
  const { program } = context;
  if (context.sealed || !program.random.chance(60)) return null;
  const reachesPromise = context.isReaction || (context.canAwait && context.kind !== 'main');
  if (!reachesPromise && (context.calm || !program.mayThrow)) return null;
  if (context.kind === 'main' && !program.random.chance(25)) return null;
  context.ended = 'fail';
  return `throw ${program.error()};`;
}

/** A rejection that gets its handler later, mostly too late. */
export function lateHandlerStatement(context) {
  const { program } = context;
  if (!program.survivesRejections) return null;
  const name = program.name('p');
  const start = context.time;
  const attach = arrow('', `${name}.catch((e) => ${program.print('late', 'e')});\n${program.log('attached')}`);
  const ways = [`process.nextTick(${attach});`, `queueMicrotask(${attach});`];
  if (!context.calm) ways.push(`setImmediate(${attach});`, `setImmediate(${attach});`);
  const delay = start === null ? null : context.delay();
  if (delay !== null) ways.push(`setTimeout(${attach}, ${delay});`, `setTimeout(${attach}, ${delay});`);
  return `const ${name} = Promise.reject(${program.error()});\n${program.random.pick(ways)}`;
}

/** `process.emitWarning`. */
export function warningStatement(context) {
  const options = context.program.random.pick(["'Custom'", "{ type: 'Typed', code: 'W1' }"]);
  return `process.emitWarning('careful', ${options});`;
}

/** Sets the exit code, or rarely ends the process. */
export function exitStatement(context) {
  const { program } = context;
  if (!program.mayExit || program.random.chance(50)) return `process.exitCode = ${program.random.integer(0, 9)};`;
  if (context.depth < 2 || context.sealed) return null;
  context.ended = 'exit';
  return `process.exit(${program.random.pick(['', '0', '3', '7'])});`;
}

/** What a process listener does besides printing; nothing that could call the listener again. */
function afterwards(program, kind) {
  const run = `() => ${program.print(`${kind} later`)}`;
  const queue = program.random.pick(['', '', 'process.nextTick', 'queueMicrotask', 'Promise.resolve().then']);
  return queue && `\n${queue}(${run});`;
}

function exitListeners(context) {
  const { program } = context;
  const lines = [];
  if (program.random.chance(60)) {
    const late = program.random.chance(30) ? `\nprocess.nextTick(() => ${program.print('never')});` : '';
    const code = program.random.chance(8) ? '\nprocess.exitCode = 5;' : '';
    lines.push(`process.on('exit', ${arrow('code', `${program.log('exit', 'code')}${late}${code}`)});`);
  }
  if (program.random.chance(30)) {
    program.mayUnref = false;
    const run = `() => ${program.print('again')}`;
    const ways = [`setTimeout(${run}, 30);`, `setImmediate(${run});`, `queueMicrotask(${run});`, ''];
    const again = program.random.pick(ways);
    // A listener that adds work each time would never let the process end.
    const method = again === '' ? 'on' : 'once';
    const text = `${program.log('before exit', 'code')}\n${again}`.trimEnd();
    lines.push(`process.${method}('beforeExit', ${arrow('code', text)});`);
  }
  return lines;
}

/** The process listeners of a program; also decides what the program may do with errors. */
export function processListeners(context) {
  const { program } = context;
  const profile = program.random.weighted([['both', 45], ['uncaught', 15], ['unhandled', 15], ['none', 25]]);
  program.mayExit = program.random.chance(25);
  program.mayThrow = profile === 'both' || profile === 'uncaught' || program.random.chance(8);
  program.survivesRejections = profile !== 'none';
  const lines = exitListeners(context);
  if (profile === 'both' || profile === 'uncaught') {
    const logs = `${program.log('uncaught', 'e')}\n${program.log('origin', 'origin')}`;
    const text = `${logs}${afterwards(program, 'uncaught')}`;
    lines.push(`process.on('uncaughtException', ${arrow('e, origin', text)});`);
  }
  if (profile === 'both' || profile === 'unhandled') {
    const text = `${program.log('unhandled', 'e')}${afterwards(program, 'unhandled')}`;
    lines.push(`process.on('unhandledRejection', ${arrow('e', text)});`);
  }
  if (program.random.chance(60)) {
    lines.push(`process.on('rejectionHandled', ${arrow('p', program.log('handled late', 'p instanceof Promise'))});`);
  }
  if (program.random.chance(40)) lines.push(`process.on('warning', ${arrow('w', program.log('warning', 'w.name'))});`);
  return lines;
}
