// SPDX-License-Identifier: MIT
'use strict';

// Runs in the debugger's own realm, beside the program's. `binding` has the program's global and what tells the host.

const { program, place, entered, statement, variable, left, preview } = binding;

// Of a file that runs as a function these are the parameters, which the program did not name.
const wrapperNames = new Set(['exports', 'require', 'module', '__filename', '__dirname', 'arguments', 'this']);

const debug = new Debugger(program);
const scripts = new WeakMap();
// The frames of the program that run now, the innermost last.
const running = [];
let frameCount = 0;

/** Where the statements of a script begin; null for the host's own. */
function placesOf(script) {
  let places = scripts.get(script);
  if (places !== undefined) return places;
  places = null;
  if (script.url !== null && !script.url.startsWith('node:')) {
    places = new Map();
    for (const { offset, lineNumber, columnNumber, isStepStart } of script.getPossibleBreakpoints()) {
      if (isStepStart) places.set(offset, place(script.url, lineNumber, columnNumber + 1));
    }
    for (const offset of places.keys()) script.setBreakpoint(offset, stepper);
  }
  scripts.set(script, places);
  return places;
}

function placeOfFrame(frame) {
  const { lineNumber, columnNumber } = frame.script.getOffsetMetadata(frame.offset);
  return place(frame.script.url, lineNumber, columnNumber + 1);
}

const stepper = {
  hit(frame) {
    const record = frame.record ?? enter(frame);
    tellVariables(frame, record);
    statement(record.number, running.lastIndexOf(record), placesOf(frame.script).get(frame.offset));
  },
};

function enter(frame) {
  if (placesOf(frame.script) === null) return undefined;
  let { record } = frame;
  if (record === undefined) {
    record = { number: ++frameCount, told: new Map(), round: 0, name: frame.callee?.displayName ?? '' };
    frame.record = record;
    frame.onPop = leave;
  }
  running.push(record);
  entered(record.number, record.name, placeOfFrame(frame));
  return record;
}

function leave() {
  const index = running.lastIndexOf(this.record);
  if (index >= 0) running.length = index;
  left(this.record.number);
}

/** Whether there is nothing to tell: before its first value a variable is of interest in its own function only. */
function isUnknown(value, isOwn) {
  if (typeof value !== 'object' || value === null || value instanceof Debugger.Object) return false;
  return !isOwn || !value.uninitialized;
}

/** Tells the variables that changed: those of the function and of the functions around it. */
function tellVariables(frame, record) {
  record.round++;
  let isOwn = true;
  for (let scope = frame.environment; scope !== null; scope = scope.parent) {
    if (scope.type === 'declarative') {
      for (const name of scope.names()) tellVariable(scope, name, record, isOwn);
      if (scope.scopeKind === 'function') isOwn = false;
    } else if (scope.type === 'object') {
      return;
    }
  }
}

function tellVariable(scope, name, record, isOwn) {
  if (wrapperNames.has(name)) return;
  let told = record.told.get(name);
  if (told === undefined) {
    told = { round: 0, value: undefined, text: undefined };
    record.told.set(name, told);
  }
  // A variable of an inner scope hides those of the same name.
  if (told.round === record.round) return;
  told.round = record.round;
  const value = scope.getVariable(name);
  if (told.text === undefined && isUnknown(value, isOwn)) return;
  if (told.text !== undefined && typeof value !== 'object' && value === told.value) return;
  const text = preview(value);
  told.value = value;
  if (text === told.text) return;
  told.text = text;
  variable(record.number, name, text);
}

// What fails here, for want of memory or stack, must not be felt in the program.
debug.uncaughtExceptionHook = () => undefined;
debug.onEnterFrame = (frame) => {
  enter(frame);
};

exports.stop = () => {
  debug.onEnterFrame = undefined;
  debug.clearAllBreakpoints();
  debug.removeAllDebuggees();
};
