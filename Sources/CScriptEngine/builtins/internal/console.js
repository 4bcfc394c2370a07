// SPDX-License-Identifier: MIT
'use strict';

const { apply, includes, is, repeat, replaceEach, slice, symbolToString } = require('internal/intrinsics');
const { mendText } = require('internal/error_stacks');
const { defaultOptions } = require('internal/inspect_options');

const state = Symbol('console state');
const isConsole = Symbol('is console');
const defaultIndentWidth = 2;
const maxIndentWidth = 1000;

// What consoles made by learners share with the one of the realm.
let emitWarning = () => {};
let now = () => binding.now();

/** What a console remembers between calls, and the two outputs it writes to. */
class ConsoleState {
  constructor(stdout, stderr) {
    this.stdout = stdout;
    this.stderr = stderr;
    this.indent = '';
    this.indentWidth = defaultIndentWidth;
    this.counts = new Map();
    this.timers = new Map();
    // The function whose caller is the first frame that `trace` shows.
    this.traceEntry = methods.trace;
  }
}

function isPlain(value) {
  return (typeof value !== 'object' && typeof value !== 'function') || value === null;
}

function plainText(value) {
  switch (typeof value) {
    case 'string': return value;
    case 'number': return is(value, -0) ? '-0' : `${value}`;
    case 'bigint': return `${value}n`;
    case 'symbol': return symbolToString(value);
    default: return `${value}`;
  }
}

// Most lines are a string or a few primitives. They need no inspection, and so the module for it need not be loaded.
function quickText(output, args) {
  const first = args[0];
  if (args.length === 1 && typeof first === 'string') return first;
  if (typeof first === 'string' && includes(first, '%')) return undefined;
  let text = '';
  let needsStyle = false;
  for (let i = 0; i < args.length; i++) {
    const value = args[i];
    if (!isPlain(value)) return undefined;
    if (typeof value !== 'string') needsStyle = true;
    text += i === 0 ? plainText(value) : ` ${plainText(value)}`;
  }
  if (!needsStyle) return text;
  if (defaultOptions.colors || defaultOptions.numericSeparator) return undefined;
  return output.isPlain() ? text : undefined;
}

function formatLine(output, args) {
  if (args.length === 0) return '';
  return quickText(output, args) ??
    require('internal/inspect').formatWithOptions(output.inspectOptions(), ...args);
}

function writeLine(console, output, line) {
  let text = mendText(line);
  const { indent } = console[state];
  if (indent !== '') {
    if (includes(text, '\n')) text = replaceEach(text, '\n', `\n${indent}`);
    text = indent + text;
  }
  output.write(`${text}\n`);
}

function printLine(console, output, args) {
  writeLine(console, output, formatLine(output, args));
}

function logElapsed(console, method, label, data) {
  label = `${label}`;
  const start = console[state].timers.get(label);
  if (start === undefined) {
    emitWarning(`No such label '${label}' for console.${method}()`);
    return false;
  }
  const { formatDuration } = require('internal/console_duration');
  console.log('%s: %s', label, formatDuration(now() - start), ...data);
  return true;
}

// Methods call each other through the console object where Node does, so that a replaced `console.log` is heard.
const methods = {
  log(...args) {
    printLine(this, this[state].stdout, args);
  },

  warn(...args) {
    printLine(this, this[state].stderr, args);
  },

  dir(object, options) {
    const { stdout } = this[state];
    const { inspect } = require('internal/inspect');
    writeLine(this, stdout, inspect(object, { customInspect: false, ...stdout.inspectOptions(), ...options }));
  },

  time(label = 'default') {
    label = `${label}`;
    const { timers } = this[state];
    if (timers.has(label)) emitWarning(`Label '${label}' already exists for console.time()`);
    else timers.set(label, now());
  },

  timeEnd(label = 'default') {
    if (logElapsed(this, 'timeEnd', label, [])) this[state].timers.delete(`${label}`);
  },

  timeLog(label = 'default', ...data) {
    logElapsed(this, 'timeLog', label, data);
  },

  trace(...args) {
    const holder = {};
    Error.captureStackTrace(holder, this[state].traceEntry);
    const stack = `${holder.stack}`;
    const frames = stack.indexOf('\n    at');
    const message = formatLine(this[state].stderr, args);
    this.error((message === '' ? 'Trace' : `Trace: ${message}`) + (frames === -1 ? '' : slice(stack, frames)));
  },

  assert(expression, ...args) {
    if (expression) return;
    args[0] = `Assertion failed${args.length === 0 ? '' : `: ${args[0]}`}`;
    this.warn(...args);
  },

  clear() {
    this[state].stdout.clear();
  },

  count(label = 'default') {
    label = `${label}`;
    const { counts } = this[state];
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    this.log(`${label}: ${count}`);
  },

  countReset(label = 'default') {
    const { counts } = this[state];
    // Looked up as given, not as text: Node does not find a label that is no string.
    if (!counts.has(label)) emitWarning(`Count for '${label}' does not exist`);
    else counts.delete(`${label}`);
  },

  group(...data) {
    if (data.length > 0) this.log(...data);
    const own = this[state];
    own.indent += repeat(' ', own.indentWidth);
  },

  groupEnd() {
    const own = this[state];
    own.indent = slice(own.indent, 0, own.indent.length - own.indentWidth);
  },

  table(tabularData, properties) {
    if (typeof tabularData !== 'object' || tabularData === null) {
      this.log(tabularData);
      return;
    }
    if (properties !== undefined) require('internal/validators').validateArray(properties, 'properties');
    const { formatTable } = require('internal/console_table');
    this.log(formatTable(tabularData, properties, this[state].stdout.inspectOptions()));
  },
};

methods.debug = methods.log;
methods.info = methods.log;
methods.dirxml = methods.log;
methods.error = methods.warn;
methods.groupCollapsed = methods.group;

const methodNames = Object.keys(methods);

function defineHidden(object, key, value, writable = true) {
  Object.defineProperty(object, key, { __proto__: null, value, writable, enumerable: false, configurable: true });
}

/** Gives the console its methods as own properties bound to it, so that they can be taken off it. */
function bindMethods(console) {
  for (let i = 0; i < methodNames.length; i++) {
    const name = methodNames[i];
    const bound = console[name].bind(console);
    Object.defineProperty(bound, 'name', { value: name, configurable: true });
    console[name] = bound;
  }
}

// The realm's own methods declare no parameters, since the inspector wraps them in Node. A computed method name costs
// less at start than binding and renaming.
function wrapMethod(console, name) {
  const method = methods[name];
  return { [name](...args) { return apply(method, console, args); } }[name];
}

function attach(console, own) {
  defineHidden(console, state, own);
  defineHidden(console, '_times', own.timers);
  defineHidden(console, isConsole, true);
}

// Output over one of the functions the host gives.
function hostOutput(fd, write, isColor, isTerminal) {
  return {
    write,
    isPlain: () => !isColor(fd),
    inspectOptions: () => (isColor(fd) ? { colors: true } : {}),
    clear() {
      if (isTerminal(fd)) write('\x1b[1;1H\x1b[0J');
    },
  };
}

/**
 * Makes the realm's console. `stdoutWrite` and `stderrWrite` take text, `isColor(fd)` and `isTTY(fd)` tell about an
 * output, `now()` gives milliseconds, `warn(message)` emits a process warning; `stdout()` and `stderr()` give the
 * streams that `console._stdout` and `console._stderr` show.
 */
function createConsole(options) {
  const { stdoutWrite, stderrWrite, isColor = () => false, isTTY = isColor } = options;
  if (options.now !== undefined) ({ now } = options);
  if (options.warn !== undefined) emitWarning = options.warn;
  const console = Object.create({});
  for (let i = 0; i < methodNames.length; i++) console[methodNames[i]] = wrapMethod(console, methodNames[i]);
  const stdout = hostOutput(1, stdoutWrite, isColor, isTTY);
  const stderr = hostOutput(2, stderrWrite, isColor, isTTY);
  attach(console, new ConsoleState(stdout, stderr));
  console[state].traceEntry = console.trace;
  const { Console, addInspectorMethods } = require('internal/console_class');
  console.Console = Console;
  addInspectorMethods(console);
  for (const name of ['stdout', 'stderr']) {
    Object.defineProperty(console, `_${name}`, {
      get: () => options[name]?.(), enumerable: false, configurable: true,
    });
  }
  defineHidden(console, Symbol.toStringTag, 'console', false);
  return console;
}

module.exports = {
  attach, bindMethods, ConsoleState, createConsole, defineHidden, isConsole, maxIndentWidth, methodNames, methods,
};
Object.defineProperty(module.exports, 'Console', {
  get: () => require('internal/console_class').Console,
  enumerable: true,
});
