// SPDX-License-Identifier: MIT
import { arrow } from './context.mjs';
import { body } from './bodies.mjs';

/** A new channel to the program itself: one to three messages, now or a little later; the last one closes it. */
export function portStatement(context) {
  const { program } = context;
  // Whether an immediate or a message comes first is certain, but not beside a timer that is about to expire.
  if (context.calm) return null;
  const name = program.name('channel');
  const count = program.random.weighted([[1, 60], [2, 25], [3, 15]]);
  const inner = context.derive({ kind: 'message', ...(count > 1 && { time: null, calm: true }) });
  const parameter = program.random.pick(['on', 'property', 'listener']);
  const value = { on: 'v', property: '{ data: v }', listener: '{ data: v }' }[parameter];
  const text = [`if (v === ${count}) ${name}.port1.close();`, program.log('message', 'v'), body(inner, 2)].join('\n');
  const listener = arrow(value, text);
  const listen = {
    on: `${name}.port1.on('message', ${listener});`,
    property: `${name}.port1.onmessage = ${listener};`,
    listener: `${name}.port1.addEventListener('message', ${listener});\n${name}.port1.start();`,
  }[parameter];
  const sends = Array.from({ length: count }, (_, i) => `${name}.port2.postMessage(${i + 1});`);
  const later = { queueMicrotask: 15, 'process.nextTick': 15, setImmediate: 15 };
  const wrap = program.random.weighted([['', 55], ...Object.entries(later)]);
  const send = wrap === '' ? sends.join('\n') : `${wrap}(${arrow('', sends.join('\n'))});`;
  const lines = program.random.chance(70) ? [listen, send] : [send, listen];
  return [`const ${name} = new MessageChannel();`, ...lines].join('\n');
}
