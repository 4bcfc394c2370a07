// SPDX-License-Identifier: MIT
'use strict';

const { attach, bindMethods, ConsoleState, defineHidden, isConsole, maxIndentWidth, methodNames, methods } =
  require('internal/console');

const noop = () => {};

function isStackOverflow(error) {
  return error?.message === 'Maximum call stack size exceeded' || error?.message === 'too much recursion';
}

// A stream that fails must not take the program down with it: its error event gets a listener for the time being.
function writeIgnoringErrors(stream, text) {
  const emits = typeof stream.once === 'function' && typeof stream.removeListener === 'function';
  const listens = emits && !(stream.listenerCount?.('error') > 0);
  if (listens) stream.once('error', noop);
  try {
    stream.write(text, noop);
  } catch (error) {
    if (isStackOverflow(error)) throw error;
  } finally {
    if (listens) stream.removeListener('error', noop);
  }
}

function hasColors(stream, colorMode) {
  if (colorMode !== 'auto') return colorMode;
  if (!stream.isTTY) return false;
  return typeof stream.getColorDepth === 'function' ? stream.getColorDepth() > 2 : true;
}

/** Output over a stream, with the colour mode and inspection options of its console. */
function streamOutput(stream, { ignoreErrors, colorMode, inspectOptions }) {
  return {
    write(text) {
      if (ignoreErrors) writeIgnoringErrors(stream, text);
      else stream.write(text);
    },
    isPlain: () => inspectOptions === undefined && !hasColors(stream, colorMode),
    inspectOptions() {
      const colors = hasColors(stream, colorMode);
      if (inspectOptions === undefined) return colors ? { colors } : {};
      return inspectOptions.colors === undefined ? { ...inspectOptions, colors } : inspectOptions;
    },
    clear() {
      if (stream.isTTY) stream.write('\x1b[1;1H\x1b[0J');
    },
  };
}

function checkStreams(stdout, stderr) {
  const { codes } = require('internal/errors');
  if (!stdout || typeof stdout.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM('stdout');
  if (!stderr || typeof stderr.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM('stderr');
}

function checkOptions({ colorMode, groupIndentation, inspectOptions }) {
  const validators = require('internal/validators');
  if (colorMode !== undefined) validators.validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  if (groupIndentation !== undefined) {
    validators.validateInteger(groupIndentation, 'groupIndentation', 0, maxIndentWidth);
  }
  if (inspectOptions === undefined) return;
  validators.validateObject(inspectOptions, 'options.inspectOptions');
  if (inspectOptions.colors !== undefined && colorMode !== undefined) {
    const { codes } = require('internal/errors');
    throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('options.inspectOptions.color', 'colorMode');
  }
}

/** `console.Console`: a console over any two streams; takes an options object or `(stdout, stderr, ignoreErrors)`. */
function Console(options /* or: stdout, stderr, ignoreErrors = true */) {
  if (new.target === undefined) return Reflect.construct(Console, arguments);
  if (!options || typeof options.write === 'function') {
    options = { stdout: options, stderr: arguments[1], ignoreErrors: arguments[2] };
  }
  const { stdout, stderr = stdout, ignoreErrors = true, colorMode = 'auto', inspectOptions } = options;
  checkStreams(stdout, stderr);
  checkOptions(options);
  const settings = { ignoreErrors, colorMode, inspectOptions };
  const own = new ConsoleState(streamOutput(stdout, settings), streamOutput(stderr, settings));
  if (options.groupIndentation !== undefined) own.indentWidth = options.groupIndentation;
  bindMethods(this);
  defineHidden(this, '_stdout', stdout);
  defineHidden(this, '_stderr', stderr);
  defineHidden(this, '_ignoreErrors', Boolean(ignoreErrors));
  attach(this, own);
  defineHidden(this, Symbol.toStringTag, 'console', false);
}

for (let i = 0; i < methodNames.length; i++) Console.prototype[methodNames[i]] = methods[methodNames[i]];

Object.defineProperty(Console, Symbol.hasInstance, {
  value(instance) {
    return instance?.[isConsole] === true;
  },
});

// Only an attached inspector hears these; without one they do nothing, in Node as here.
const inspectorMethods = {
  profile() {},
  profileEnd() {},
  timeStamp() {},
  context(name) {
    const context = {};
    for (let i = 0; i < methodNames.length; i++) context[methodNames[i]] = { [methodNames[i]]() {} }[methodNames[i]];
    return context;
  },
  createTask(name) {
    if (typeof name !== 'string' || name === '') throw new Error('First argument must be a non-empty string.');
    return {
      run(fn) {
        if (typeof fn !== 'function') throw new Error('First argument must be a function.');
        return fn();
      },
    };
  },
};
Object.defineProperty(inspectorMethods.createTask, 'length', { value: 0, configurable: true });

/** Adds the methods that Node's console has from the engine's inspector. */
function addInspectorMethods(console) {
  Object.assign(console, inspectorMethods);
}

module.exports = { addInspectorMethods, Console };
