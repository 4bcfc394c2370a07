// SPDX-License-Identifier: MIT
'use strict';

// Loads an exercise's checks and a submission, and runs one check of it in virtual time.

const { Module, makeRequire } = require('internal/modules');
const { moduleSyntaxOf, compileCommonJS, requireModule } = binding;
const path = require('node:path');
const { CheckTime } = require('checks/time');
const { makeScript, markHandled } = require('checks/scripted');
const { expect, CheckFailure, describeWaiting } = require('checks/expect');
const { process } = require('internal/process');
const { codes } = require('internal/errors');
const { inspect } = require('internal/inspect');
const { validateFunction, validateNumber, validateString } = require('internal/validators');
const defaultPoints = 10;

/** The checks of a file, in order: name, points, the check that they need, and their function. */
function registered(file, text) {
  const checks = [];
  const names = new Set();
  const check = (name, options, fn) => {
    if (typeof options === 'function') [options, fn] = [{}, options];
    validateString(name, 'name');
    validateFunction(fn, 'fn');
    const { points = defaultPoints, needs } = options;
    if (names.has(name)) throw new codes.ERR_INVALID_ARG_VALUE('name', name, 'is the name of another check, too');
    validateNumber(points, 'options.points', 0, 1e6);
    if (needs !== undefined && !names.has(needs)) {
      throw new codes.ERR_INVALID_ARG_VALUE('options.needs', needs, 'is not the name of a check above this one');
    }
    names.add(name);
    checks.push({ name, points: Math.round(points * 1000), needs, fn });
  };
  Object.defineProperty(globalThis, 'check', { value: check, configurable: true });
  try {
    load(file, text);
  } finally {
    delete globalThis.check;
  }
  return checks;
}

/** Runs a file's text as a module of its kind and gives what it exports. */
function load(file, text, footer = '') {
  if (moduleSyntaxOf(text, file)) return requireModule(file);
  const module = new Module(file);
  module.filename = file;
  // By itself first: an error in it must not be told as one of the footer.
  const own = compileCommonJS(text, file);
  const compiled = footer === '' ? own : compileCommonJS(text + footer, file);
  const parameters = [module.exports, makeRequire(module), module, file, path.dirname(file)];
  Reflect.apply(compiled, module.exports, parameters);
  return module.exports;
}

/** What a submission offers to the checks: its exports, and its entry also where it is only declared. */
function submissionOf(file, text, entry) {
  // Behind the text, so that no line of it moves.
  const footer = entry === undefined ? '' : `
;if (typeof ${entry} !== 'undefined' && Object(module.exports) === module.exports && !('${entry}' in module.exports)) {
  module.exports.${entry} = ${entry};
}`;
  const exported = load(file, text, footer);
  if (entry === undefined) return exported;
  if (exported?.[entry] !== undefined) return exported;
  if (typeof exported === 'function') return { [entry]: exported };
  if (exported?.default !== undefined) return { [entry]: exported.default };
  throw new CheckFailure(`the file does not define ${entry}`, { hint: `module.exports = { ${entry} }` });
}

/** Lists the checks of a file for the host. */
function list({ checksFile, checksText }) {
  return registered(checksFile, checksText).map(({ name, points, needs }) => ({ name, points, needs }));
}

let time;
let current = '';

/** Starts one check; `report(passed, message, details)` is called once, when it is over. */
function start(job, report, printed) {
  let isOver = false;
  const unhandled = new Map();
  const end = (passed, message = '', details = '') => {
    if (isOver) return;
    isOver = true;
    report(passed, message, details);
  };
  const fail = (error) => end(false, ...wordsFor(error));
  process.on('unhandledRejection', (reason, promise) => unhandled.set(promise, reason));
  process.on('rejectionHandled', (promise) => unhandled.delete(promise));
  process.on('uncaughtException', (error) => {
    const [message, details] = wordsFor(error);
    end(false, `an error was thrown in a callback, where nothing catches it: ${message}`, details);
  });
  time = new CheckTime();
  const run = async () => {
    const { fn, name } = registered(job.checksFile, job.checksText)[job.index];
    current = name;
    const submission = submissionOf(job.submissionFile, job.submissionText, job.entry);
    const context = {
      submission, time: time.face, script: makeScript(time), expect, output: liveLines(printed),
    };
    await fn(context);
    await time.settle();
    for (const [, reason] of unhandled) {
      throw new CheckFailure(`a promise was rejected and nothing handled it: ${inspect(reason).split('\n')[0]}`);
    }
  };
  run().then(() => end(true), fail);
}

function linesOf(text) {
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

/** The lines printed so far: an array that is up to date whenever somebody looks into it. */
function liveLines(printed) {
  const upToDate = (method) => (lines, ...rest) => {
    lines.splice(0, lines.length, ...linesOf(printed()));
    return Reflect[method](lines, ...rest);
  };
  const methods = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor'];
  return new Proxy([], Object.fromEntries(methods.map((method) => [method, upToDate(method)])));
}

/** Where an error was thrown, or a text could not be parsed; empty where nobody knows. */
function placeOf(error) {
  const frames = String(error.stack).split('\n    at ').slice(1).join('\n');
  const place = /\(?((?:[^\s()]+):\d+:\d+)\)?/.exec(frames);
  if (place !== null) return `at ${place[1]}`;
  // No code ran: the engine tells the place in properties, its columns from 0.
  if (!(error instanceof SyntaxError) || !error.fileName) return '';
  return `at ${error.fileName}:${error.lineNumber}:${error.columnNumber + 1}`;
}

/** A failure's message in a line, and what stands below it. */
function wordsFor(error) {
  if (error instanceof CheckFailure) return [error.message, error.details];
  if (error instanceof Error) {
    // First: to ask for the stack gives the message Node's words.
    const place = placeOf(error);
    return [`${error.name}: ${error.message}`.split('\n')[0], place];
  }
  return [`it threw ${inspect(error).split('\n')[0]}`, ''];
}

/** Goes on when nothing is left to run; false where no check waits for that. */
function goOn() {
  return time.everythingIsDone();
}

/** What an unfinished check was waiting for, in words. */
function unfinished() {
  const waiting = describeWaiting();
  return waiting === '' ? `“${current}” waits for something that can never happen` : waiting;
}

module.exports = { list, start, goOn, unfinished, markHandled };
