// SPDX-License-Identifier: MIT
import { drawWeights, statement } from './bodies.mjs';
import { Context, Program } from './context.mjs';
import { Random } from './prng.mjs';
import { processListeners } from './process.mjs';
import { Timeline } from './timeline.mjs';

/** Definitions that a program may use; each names the import it needs. */
const PRELUDE = {
  sleep: { from: 'node:timers/promises', imported: 'setTimeout', as: 'sleep' },
  immediatePromise: { from: 'node:timers/promises', imported: 'setImmediate', as: 'immediate' },
  every: { from: 'node:timers/promises', imported: 'setInterval', as: 'every' },
  'scheduler.wait': { from: 'node:timers/promises', imported: 'scheduler', as: 'scheduler' },
  promisified: {
    from: 'node:util', imported: 'promisify', as: 'promisify', text: 'const promisified = promisify(setTimeout);',
  },
  EventEmitter: { from: 'node:events', imported: 'EventEmitter', as: 'EventEmitter' },
  once: { from: 'node:events', imported: 'once', as: 'once' },
  block: {
    text: `const block = (duration) => {
  const end = performance.now() + duration;
  while (performance.now() < end);
};`,
  },
  show: {
    text: `const show = (value) => {
  if (Array.isArray(value)) return \`[\${value.map(show).join(' ')}]\`;
  if (value instanceof AggregateError) return \`all failed \${show(value.errors)}\`;
  if (value instanceof Promise) return 'a promise';
  if (value?.name === 'AbortError' || value?.name === 'TimeoutError') return value.name;
  if (value instanceof Error) return value.message;
  if (value?.status) return \`\${value.status} \${show(value.value ?? value.reason)}\`;
  if (value && typeof value === 'object' && 'done' in value) return \`\${show(value.value)} \${value.done}\`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
};`,
  },
};

const SUBCLASSES = [
  'class Tracked extends Promise {}',
  `class Tracked extends Promise {
  then(onFulfilled, onRejected) {
    console.log('Tracked then');
    return super.then(onFulfilled, onRejected);
  }
}`,
  `class Tracked extends Promise {
  static get [Symbol.species]() { return Promise; }
}`,
  `class Tracked extends Promise {
  constructor(executor) {
    super(executor);
    console.log('Tracked constructed');
  }
}`,
];

function prelude(program) {
  const used = Object.entries(PRELUDE).filter(([name]) => program.uses.has(name)).map(([, entry]) => entry);
  const modules = new Map();
  for (const { from, imported, as } of used.filter((entry) => entry.from)) {
    const separator = program.isModule ? ' as ' : ': ';
    const name = imported === as ? as : `${imported}${separator}${as}`;
    modules.set(from, [...(modules.get(from) ?? []), name]);
  }
  const imports = [...modules].map(([from, names]) => (program.isModule
    ? `import { ${names.join(', ')} } from '${from}';` : `const { ${names.join(', ')} } = require('${from}');`));
  return [...imports, ...used.map((entry) => entry.text).filter(Boolean)];
}

/** Generates program number `index` of a seed; gives `{ name, text }`. */
export function generateProgram(seed, index, without = new Set()) {
  const random = new Random(`${seed}/${index}`);
  const isModule = random.chance(22);
  const statements = random.integer(8, random.pick([14, 24, 40]));
  const program = new Program({ random, timeline: new Timeline(random), isModule, without, statements });
  drawWeights(program);
  const context = new Context(program, { canAwait: isModule });
  const lines = [...processListeners(context)];
  if (random.chance(20)) {
    program.uses.add('Tracked');
    lines.unshift(random.pick(SUBCLASSES));
  }
  while (program.budget > 0 && !context.ended) lines.push(statement(context));
  if (!context.ended) lines.push(program.log('end of main'));
  const header = `// Random program ${seed}/${index}.`;
  const name = `p${String(index).padStart(5, '0')}.${isModule ? 'mjs' : 'js'}`;
  return { name, text: `${[header, ...prelude(program), ...lines].join('\n')}\n` };
}
