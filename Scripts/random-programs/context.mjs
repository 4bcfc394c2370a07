// SPDX-License-Identifier: MIT
import { later } from './promise-state.mjs';

/** Everything that is shared while one program is generated. */
export class Program {
  constructor({ random, timeline, isModule, without, statements }) {
    this.random = random;
    this.timeline = timeline;
    this.isModule = isModule;
    this.without = without;
    this.budget = statements;
    /** Names from the prelude that the program uses, such as 'sleep'. */
    this.uses = new Set();
    /** Whether throwing in a callback is survived (a listener) or at least wanted. */
    this.mayThrow = false;
    this.mayUnref = true;
    this.weights = new Map();
    this.#count = 0;
  }

  #count;

  /** A call that prints the next number, a label and perhaps the value of an expression. */
  print(label, expression) {
    this.#count += 1;
    if (expression === undefined) return `console.log('${this.#count} ${label}')`;
    this.uses.add('show');
    return `console.log('${this.#count} ${label}', show(${expression}))`;
  }

  /** The same call as a statement. */
  log(label, expression) {
    return `${this.print(label, expression)};`;
  }

  /** A name that is new in this program. */
  name(prefix) {
    this.#count += 1;
    return `${prefix}${this.#count}`;
  }

  /** A small value as source text. */
  value() {
    return this.random.pick(['undefined', 'null', `${this.random.integer(0, 9)}`, `'${this.random.pick('abcdefgh')}'`]);
  }

  /** An error that can be told from all others, as source text. */
  error() {
    this.#count += 1;
    return `new Error('E${this.#count}')`;
  }

  /** Whether a construct such as 'yield-star' may be generated. */
  allows(feature) {
    return !this.without.has(feature);
  }
}

/** The surroundings of a statement: in which kind of task it runs and what is known about the moment. */
export class Context {
  /** The label that outputs made here carry. */
  kind = 'main';
  /** When the statement runs, in milliseconds after the start; null when not known or when it runs several times. */
  time = 0;
  depth = 0;
  /** Whether it may queue no immediate and throw nothing uncaught (see promise-state.mjs). */
  calm = false;
  /** Whether the statement never runs, so that its timers count for nothing. */
  dead = false;
  canAwait = false;
  /** How the body ended before its last line: 'fail', 'unknown', 'ok' or undefined. */
  ended = undefined;
  /** The promises that can be named here, as `{ name, state }`. */
  scope = [];

  constructor(program, properties = {}) {
    this.program = program;
    Object.assign(this, properties);
  }

  /** The context of a nested function body. */
  derive(properties) {
    const { kind, time, depth, calm, dead, scope } = this;
    return new Context(this.program, { kind, time, depth: depth + 1, calm, dead, scope: [...scope], ...properties });
  }

  /** The context of a callback that runs when a promise of the given state has settled with `outcome`. */
  deriveAfter(state, outcome, kind) {
    const dead = this.dead || state.outcome === 'never' || (state.outcome !== 'unknown' && state.outcome !== outcome);
    return this.derive({ kind, ...later(this, state), dead });
  }

  /** Moves this context to the moment at which the awaited promise has settled. */
  advance(state) {
    if (state.outcome === 'never') this.dead = true;
    Object.assign(this, later(this, state));
  }

  /** The moment `delay` milliseconds after `start`; nothing is known of one that never comes. */
  momentAfter(start, delay) {
    return this.dead ? { time: null, calm: true } : { time: start + delay, calm: false };
  }

  /** The delay of `count` new timer expiries from here, or null when none is possible. */
  delay(count = 1) {
    if (this.dead) return 40 + 5 * this.program.random.integer(0, 20);
    return this.time === null ? null : this.program.timeline.reserve(this.time, count);
  }
}

/** Indents every line of a text by one level. */
export function indent(text) {
  return text.replace(/^(?=.)/gm, '  ');
}

/** An arrow function with the given parameters and body text. */
export function arrow(parameters, body, prefix = '') {
  return `${prefix}(${parameters}) => {\n${indent(body)}\n}`;
}
