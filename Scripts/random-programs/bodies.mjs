// SPDX-License-Identifier: MIT
import { arrow } from './context.mjs';
import { asyncFunctionStatement, awaitStatement, loopStatement, tryStatement } from './async-functions.mjs';
import { asyncGeneratorStatement, forAwaitStatement, promiseIntervalStatement } from './async-iteration.mjs';
import { immediateStatement, microtaskStatement, tickStatement } from './callbacks.mjs';
import { abortStatement, emitterStatement, eventTargetStatement, onceStatement } from './events.mjs';
import { portStatement } from './ports.mjs';
import { exitStatement, lateHandlerStatement, throwStatement, warningStatement } from './process.mjs';
import { chainStatement, combinatorStatement, deferredStatement, promiseStatement } from './promise-chains.mjs';
import {
  batchStatement, cohortStatement, intervalStatement, refreshStatement, timeoutStatement, unrefStatement,
} from './timers.mjs';

/** The statements, with how often each is drawn. A generator returns null where its statement is not possible. */
const STATEMENTS = [
  ['log', 10, (context) => context.program.log(context.kind)],
  ['tick', 9, tickStatement],
  ['microtask', 9, microtaskStatement],
  ['immediate', 8, immediateStatement],
  ['chain', 14, chainStatement],
  ['promise', 8, promiseStatement],
  ['deferred', 4, deferredStatement],
  ['combinator', 5, combinatorStatement],
  ['timeout', 10, timeoutStatement],
  ['interval', 3, intervalStatement],
  ['cohort', 4, cohortStatement],
  ['batch', 4, batchStatement],
  ['refresh', 2, refreshStatement],
  ['unref', 2, unrefStatement],
  ['async', 12, asyncFunctionStatement],
  ['await', 22, awaitStatement],
  ['try', 8, tryStatement],
  ['loop', 6, loopStatement],
  ['asyncGenerator', 6, asyncGeneratorStatement],
  ['forAwait', 5, forAwaitStatement],
  ['promiseInterval', 2, promiseIntervalStatement],
  ['emitter', 5, emitterStatement],
  ['once', 2, onceStatement],
  ['eventTarget', 2, eventTargetStatement],
  ['abort', 4, abortStatement],
  ['port', 3, portStatement],
  ['lateHandler', 2, lateHandlerStatement],
  ['warning', 1, warningStatement],
  ['throw', 2, throwStatement],
  ['exit', 3, exitStatement],
];

/** Draws how often each statement occurs in one program, so that programs differ in what they are about. */
export function drawWeights(program) {
  for (const [name, weight] of STATEMENTS) {
    program.weights.set(name, name === 'log' ? weight : weight * program.random.pick([0, 1, 1, 2, 2, 6]));
  }
}

/** One statement, as text. */
export function statement(context) {
  const { program } = context;
  program.budget -= 1;
  for (let attempt = 0; attempt < 8 && context.depth < 7; attempt++) {
    const name = program.random.weighted(STATEMENTS.map((entry) => [entry, program.weights.get(entry[0])]));
    const text = name[2](context);
    if (text) return text;
  }
  return program.log(context.kind);
}

/** The statements of a function body, at most `most`, fewer when the program's budget is spent. */
export function body(context, most = 4) {
  const { program } = context;
  const lines = [program.log(context.kind)];
  const count = program.random.integer(0, context.depth > 4 ? 1 : most);
  for (let i = 0; i < count && program.budget > 0 && !context.ended; i++) lines.push(statement(context));
  return lines.join('\n');
}

/** A callback whose result nobody looks at, for tasks of the given kind. */
export function callback(context, kind, properties = {}, most = 3) {
  const inner = context.derive({ kind, ...properties });
  return arrow('', body(inner, most));
}
