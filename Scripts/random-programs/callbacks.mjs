// SPDX-License-Identifier: MIT
import { arrow } from './context.mjs';
import { body, callback } from './bodies.mjs';

/** `process.nextTick`, sometimes with an argument. */
export function tickStatement(context) {
  const { program } = context;
  if (program.random.chance(20)) {
    const inner = context.derive({ kind: 'tick' });
    return `process.nextTick(${arrow('v', `${program.log('tick', 'v')}\n${body(inner, 2)}`)}, ${program.value()});`;
  }
  return `process.nextTick(${callback(context, 'tick')});`;
}

/** `queueMicrotask`. */
export function microtaskStatement(context) {
  return `queueMicrotask(${callback(context, 'micro')});`;
}

/** `setImmediate`, sometimes two of which the first clears the second. */
export function immediateStatement(context) {
  const { program } = context;
  if (context.calm) return null;
  if (!program.random.chance(15)) return `setImmediate(${callback(context, 'immediate')});`;
  const name = program.name('immediate');
  const inner = context.derive({ kind: 'immediate' });
  return [
    `setImmediate(${arrow('', `clearImmediate(${name});\n${body(inner, 2)}`)});`,
    `const ${name} = setImmediate(${callback(context, 'cleared', { dead: true }, 1)});`,
  ].join('\n');
}
