// SPDX-License-Identifier: MIT
import { arrow } from './context.mjs';
import { body, callback, statement } from './bodies.mjs';

/** How long a task blocks so that the timers it has just set are certainly due, in milliseconds. */
const BLOCK = 6;

/** `setTimeout`, sometimes with an argument, or cleared again before it expires. */
export function timeoutStatement(context) {
  const { program } = context;
  const start = context.time;
  const delay = context.delay();
  if (delay === null) return null;
  const properties = { kind: 'timer', ...context.momentAfter(start, delay) };
  if (program.random.chance(10)) {
    const name = program.name('timer');
    const clear = program.random.pick([
      `clearTimeout(${name});`, `clearInterval(${name});`, `process.nextTick(clearTimeout, ${name});`,
      `queueMicrotask(() => clearTimeout(${name}));`, `Promise.resolve(${name}).then(clearTimeout);`,
    ]);
    return `const ${name} = setTimeout(${callback(context, 'cleared', { dead: true }, 1)}, ${delay});\n${clear}`;
  }
  if (program.random.chance(15)) {
    const inner = context.derive(properties);
    const text = `${program.log('timer', 'v')}\n${body(inner, 2)}`;
    return `setTimeout(${arrow('v', text)}, ${delay}, ${program.value()});`;
  }
  return `setTimeout(${callback(context, 'timer', properties, 4)}, ${delay});`;
}

/** `setInterval` that clears itself after a few rounds. */
export function intervalStatement(context) {
  const { program } = context;
  const rounds = program.random.integer(1, 3);
  const delay = context.delay(rounds);
  if (delay === null) return null;
  const name = program.name('interval');
  const inner = context.derive({ kind: 'interval', time: null, calm: false });
  const lines = [`if (++rounds${name} === ${rounds}) clearInterval(${name});`, body(inner, 2)];
  return `let rounds${name} = 0;\nconst ${name} = setInterval(${arrow('', lines.join('\n'))}, ${delay});`;
}

/** Timers of one delay, set together; they share a list. Sometimes one clears another. */
export function cohortStatement(context) {
  const { program } = context;
  const start = context.time;
  const delay = context.delay();
  if (delay === null) return null;
  const time = context.dead ? null : start + delay;
  const names = Array.from({ length: program.random.integer(2, 4) }, () => program.name('timer'));
  const cleared = program.random.chance(30) ? program.random.integer(1, names.length - 1) : -1;
  return names.map((name, i) => {
    const properties = { kind: i === cleared ? 'cleared' : 'timer', time, calm: true };
    const text = body(context.derive({ ...properties, dead: context.dead || i === cleared }), 2);
    const whole = i === 0 && cleared > 0 ? `clearTimeout(${names[cleared]});\n${text}` : text;
    return `const ${name} = setTimeout(${arrow('', whole)}, ${delay});`;
  }).join('\n');
}

/** Timers that are all due in the next pass because the task that sets them blocks; they may do anything. */
export function batchStatement(context) {
  const { program } = context;
  if (context.calm || context.time === null || context.dead) return null;
  if (!program.timeline.block(context.time, BLOCK)) return null;
  program.uses.add('block');
  const names = Array.from({ length: program.random.integer(2, 4) }, () => program.name('timer'));
  const properties = { kind: 'batch', time: context.time + BLOCK, calm: false };
  // The longer delay comes first where there is one: the expiry decides, not the order of creation.
  const longer = program.random.chance(30) ? 0 : -1;
  const cleared = longer === -1 && program.random.chance(30) ? program.random.integer(1, names.length - 1) : -1;
  const callbacks = names.map((name, i) => {
    const dead = i === cleared;
    const text = body(context.derive({ ...properties, dead, kind: dead ? 'cleared' : 'batch' }), 3);
    const clear = i === 0 && cleared > 0 ? `clearTimeout(${names[cleared]});\n` : '';
    return `const ${name}Body = ${arrow('', `${clear}${text}`)};`;
  });
  // A delay that is too long becomes 1, but with a warning that takes its time, so no longer timer may stand beside it.
  const shortest = ['0', '1', '-3', 'NaN', "'1'", longer === -1 && program.random.chance(8) ? '2 ** 31' : '1.5'];
  const delays = names.map((_, i) => (i === longer ? '4' : program.random.pick(shortest)));
  const arming = names.map((name, i) => `const ${name} = setTimeout(${name}Body, ${delays[i]});`);
  if (program.random.chance(20)) arming.push(`const ${names[0]}Again = ${names.at(-1)}.refresh() === ${names.at(-1)};`);
  context.time += BLOCK;
  return [...callbacks, ...arming, `block(${BLOCK});`].join('\n');
}

/** A timer that is refreshed from a tick, a microtask or a later timer. */
export function refreshStatement(context) {
  const { program } = context;
  if (context.time === null || context.dead) return null;
  const start = context.time;
  const first = context.delay();
  const second = context.delay();
  if (first === null || second === null) return null;
  const [early, late] = [Math.min(first, second), Math.max(first, second)];
  if (!program.timeline.reserveAt(start + early + late)) return null;
  const name = program.name('timer');
  const inner = { kind: 'refreshed', time: start + early + late, calm: false };
  const other = { kind: 'timer', time: start + early, calm: false };
  return [
    `const ${name} = setTimeout(${callback(context, 'refreshed', inner, 2)}, ${late});`,
    `setTimeout(${arrow('', `${name}.refresh();\n${body(context.derive(other), 2)}`)}, ${early});`,
  ].join('\n');
}

/** A timer that does not keep the loop alive; sometimes `ref` takes that back. */
export function unrefStatement(context) {
  const { program } = context;
  if (!program.mayUnref) return null;
  const start = context.time;
  const delay = context.delay();
  if (delay === null) return null;
  const name = program.name('timer');
  const text = callback(context, 'unref', context.momentAfter(start, delay), 2);
  const lines = [`const ${name} = setTimeout(${text}, ${delay});`, `${name}.unref();`];
  if (program.random.chance(40)) lines.push(program.log('hasRef', `${name}.hasRef()`));
  if (program.random.chance(30)) lines.push(`queueMicrotask(() => ${name}.ref());`);
  if (program.budget > 0 && program.random.chance(30)) lines.push(statement(context));
  return lines.join('\n');
}
