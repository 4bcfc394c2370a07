// SPDX-License-Identifier: MIT
'use strict';

const {
  arrayIncludes, arrayIndexOf, arrayJoin, arraySplice, descriptorOf, endsWith, errorToString, includes, indexOf,
  isArray, regExpExec, repeat, replaceEach, slice, split, startsWith,
} = require('internal/intrinsics');
const { isInstanceOf, prefixOf } = require('internal/inspect_names');
const { isIndex } = require('internal/inspect_properties');
const { classOf } = require('internal/types');

const builtinFrame = /^ {4}at (?:[^/\\(]+ \(|)node:[^()]+:\d+:\d+(?:\)|$)/;
const packageSegment = /[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)(?=[/\\])/;
const statedKeys = ['name', 'message', 'stack'];
const engineErrorKeys = ['fileName', 'lineNumber', 'columnNumber'];

/** Tells whether the value is an error of the engine or inherits from Error.prototype. */
function isErrorLike(value) {
  return classOf(value) === 'Error' || isInstanceOf(value, Error);
}

function stackOf(error) {
  return error.stack ? `${error.stack}` : errorToString(error);
}

function removeKey(keys, key) {
  const at = arrayIndexOf(keys, key);
  if (at !== -1) arraySplice(keys, at, 1);
}

function addKey(keys, key) {
  if (!arrayIncludes(keys, key)) keys[keys.length] = key;
}

// What the stack already says is not said again. The engine's own position properties do not exist in Node; there the
// hidden own property is the stack.
function adjustKeys(context, error, keys, stack) {
  if (context.showHidden) {
    for (let i = 0; i < engineErrorKeys.length; i++) {
      const descriptor = descriptorOf(error, engineErrorKeys[i]);
      if (descriptor !== undefined && !descriptor.enumerable) removeKey(keys, engineErrorKeys[i]);
    }
    if (classOf(error) === 'Error' && typeof error.stack === 'string' && !arrayIncludes(keys, 'stack')) {
      let at = 0;
      while (at < keys.length && isIndex(keys[at])) at++;
      arraySplice(keys, at, 0, 'stack');
    }
  } else if (keys.length !== 0) {
    for (let i = 0; i < statedKeys.length; i++) {
      const key = statedKeys[i];
      if (arrayIncludes(keys, key) && includes(stack, error[key])) removeKey(keys, key);
    }
  }
  if ('cause' in error) addKey(keys, 'cause');
  if (isArray(error.errors)) addKey(keys, 'errors');
}

const leadingName = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)/;
const onlyName = /^([a-z_A-Z0-9-]*Error)$/;

// The stack was written when the error was made, with the name it had then; the class says better what it is.
function correctName(stack, error, constructor, tag) {
  const { name: given } = error;
  const name = given == null ? 'Error' : `${given}`;
  let length = name.length;
  const startsWithName = endsWith(name, 'Error') && startsWith(stack, name) &&
    (stack.length === length || stack[length] === ':' || stack[length] === '\n');
  if (constructor !== null && !startsWithName) return stack;
  let fallback = 'Error';
  if (constructor === null) {
    const match = regExpExec(leadingName, stack) ?? regExpExec(onlyName, stack);
    fallback = match === null ? '' : match[1];
    length = fallback.length;
    if (length === 0) fallback = 'Error';
  }
  const prefix = slice(prefixOf(constructor, tag, fallback), 0, -1);
  if (name === prefix) return stack;
  if (!includes(prefix, name)) return `${prefix} [${name}]${slice(stack, length)}`;
  return length === 0 ? `${prefix}: ${stack}` : prefix + slice(stack, length);
}

/** Longest run of frames that the cause has as well: its start and length. */
function commonRun(frames, causeFrames) {
  for (let start = 0; start < frames.length - 3; start++) {
    let at = arrayIndexOf(causeFrames, frames[start]);
    if (at === -1) continue;
    const rest = causeFrames.length - at;
    if (rest <= 3) continue;
    let length = 1;
    const max = Math.min(rest, frames.length - start);
    while (length < max && frames[start + length] === causeFrames[at + length]) length++;
    if (length > 3) return { start, length };
  }
  return { start: 0, length: 0 };
}

function framesOf(context, error, text) {
  const frames = split(text, '\n');
  let cause;
  try {
    ({ cause } = error);
  } catch {
    return frames;
  }
  if (cause == null || typeof cause !== 'object' || !isErrorLike(cause)) return frames;
  const causeStack = stackOf(cause);
  const at = indexOf(causeStack, '\n    at');
  if (at === -1) return frames;
  const { start, length } = commonRun(frames, split(slice(causeStack, at + 1), '\n'));
  if (length > 3) {
    const message = `    ... ${length - 2} lines matching cause stack trace ...`;
    arraySplice(frames, start + 1, length - 2, context.stylize(message, 'undefined'));
  }
  return frames;
}

function underlinePackages(context, frame) {
  let result = '';
  for (let match = regExpExec(packageSegment, frame); match !== null; match = regExpExec(packageSegment, frame)) {
    const end = match.index + match[0].length;
    result += slice(frame, 0, end - match[1].length) + context.stylize(match[1], 'module');
    frame = slice(frame, end);
  }
  return result + frame;
}

// The working directory is on every line and tells nothing; it is dimmed so that the file names stand out.
function dimWorkingDirectory(context, frame, directory) {
  let at = indexOf(frame, `file://${directory}/`);
  let length = directory.length + 8;
  if (at === -1) {
    at = indexOf(frame, ` ${directory}/`) === -1 ? indexOf(frame, `(${directory}/`) : indexOf(frame, ` ${directory}/`);
    if (at === -1) return frame;
    at++;
    length = directory.length + 1;
  }
  const isBracketed = frame[at - 1] === '(' && endsWith(frame, ')');
  const start = isBracketed ? at - 1 : at;
  const dimmed = context.stylize(slice(frame, start, at + length), 'undefined');
  const end = isBracketed ? frame.length - 1 : frame.length;
  const rest = slice(frame, at + length, end);
  return slice(frame, 0, start) + dimmed + rest + (isBracketed ? context.stylize(')', 'undefined') : '');
}

function colorFrames(context, frames) {
  const directory = binding.cwd === undefined ? undefined : binding.cwd();
  let result = '';
  for (let i = 0; i < frames.length; i++) {
    let frame = frames[i];
    if (regExpExec(builtinFrame, frame) !== null) {
      frame = context.stylize(frame, 'undefined');
    } else {
      frame = underlinePackages(context, frame);
      if (directory !== undefined) frame = dimWorkingDirectory(context, frame, directory);
    }
    result += `\n${frame}`;
  }
  return result;
}

/** Describes an error by its stack, and adds and removes the keys to be shown after it. */
function errorBase(context, error, constructor, tag, keys) {
  let stack = stackOf(error);
  adjustKeys(context, error, keys, stack);
  stack = correctName(stack, error, constructor, tag);
  const { message } = error;
  const messageAt = message ? indexOf(stack, message) : -1;
  const framesAt = indexOf(stack, '\n    at', messageAt === -1 ? 0 : messageAt + message.length);
  if (framesAt === -1) {
    stack = `[${stack}]`;
  } else {
    const frames = framesOf(context, error, slice(stack, framesAt + 1));
    const text = context.colors ? colorFrames(context, frames) : `\n${arrayJoin(frames, '\n')}`;
    stack = slice(stack, 0, framesAt) + text;
  }
  if (context.indentation === 0) return stack;
  return replaceEach(stack, '\n', `\n${repeat(' ', context.indentation)}`);
}

module.exports = { errorBase, isErrorLike };
