// SPDX-License-Identifier: MIT
'use strict';

// What stood in the queues, on the stack and on the console at one moment: TraceState.swift in JavaScript. A test plays
// recorded runs through both and compares them event by event.

const queueNames = ['microtasks', 'ticks', 'timers', 'check', 'poll', 'pending', 'close', 'tasks'];

const queueOfKind = {
  tick: 'ticks', microtask: 'microtasks', immediate: 'check', close: 'close',
  idle: 'tasks', task: 'tasks', animationFrame: 'tasks',
};

function emptyState() {
  return { threads: [], outputs: [], pendingPromises: 0, eventIndex: -1, currentThread: 0 };
}

function emptyThread(number) {
  const thread = { number, running: [], frames: [], suspended: new Map(), turn: 0, phase: 'script', time: 0n };
  for (const name of queueNames) thread[name] = [];
  thread.hasEnded = false;
  return thread;
}

/** A copy that later events do not change; entries of queues never change, frames do. */
function copyState(state) {
  return { ...state, outputs: state.outputs.slice(), threads: state.threads.map(copyThread) };
}

function copyThread(thread) {
  const copy = { ...thread, running: thread.running.slice(), frames: thread.frames.map(copyFrame) };
  copy.suspended = new Map(Array.from(thread.suspended, ([id, frame]) => [id, copyFrame(frame)]));
  for (const name of queueNames) copy[name] = thread[name].slice();
  return copy;
}

function copyFrame(frame) {
  return { ...frame, variables: frame.variables.map(variable => ({ ...variable })) };
}

/** Goes on by one event. */
function applyEvent(state, event) {
  state.eventIndex = event.index;
  state.currentThread = event.thread;
  const thread = threadOf(state, event.thread);
  if (event.kind !== 'jobStarted' && event.time > thread.time) thread.time = event.time;
  thread.phase = event.phase;
  switch (event.kind) {
    case 'output': state.outputs.push(event.index); break;
    case 'promiseCreated': state.pendingPromises++; break;
    case 'promiseSettled': state.pendingPromises = Math.max(0, state.pendingPromises - 1); break;
    default: applyToThread(thread, event);
  }
}

function threadOf(state, number) {
  const known = state.threads.find(thread => thread.number === number);
  if (known) return known;
  const made = emptyThread(number);
  const position = state.threads.findIndex(thread => thread.number > number);
  state.threads.splice(position < 0 ? state.threads.length : position, 0, made);
  return made;
}

function applyToThread(thread, event) {
  switch (event.kind) {
    case 'queued': enqueue(thread, event); break;
    case 'timerSet': arm(thread, event); break;
    case 'jobQueued': thread.pending.push(waiting(event, 'poll')); break;
    case 'cleared': removeCallback(thread, event.subject); break;
    case 'started': start(thread, event); break;
    case 'ended': thread.running.pop(); break;
    case 'turnStarted': thread.turn = event.value; break;
    case 'threadEnded': thread.hasEnded = true; break;
    case 'frameEntered': enterFrame(thread, event); break;
    case 'frameLeft': leaveFrame(thread, event); break;
    case 'statement': withFrame(thread, event, frame => { frame.eventIndex = event.index; }); break;
    case 'variable': withFrame(thread, event, frame => setVariable(frame, event)); break;
  }
}

function waiting(event, kind, eventIndex = event.index, due = 0n) {
  return { callback: event.subject, kind, eventIndex, due };
}

function enqueue(thread, event) {
  const kind = event.callbackKind ?? 'poll';
  if (kind === 'timer' || kind === 'script') return;
  if (kind === 'poll') thread.pending = thread.pending.filter(entry => entry.callback !== event.subject);
  thread[queueOfKind[kind] ?? 'poll'].push(waiting(event, kind));
}

// The lower 32 bits are the delay; the bit above them says that the timer repeats.
function delayOf(event) {
  return low(event.value, 2 ** 32);
}

function arm(thread, event) {
  const due = (event.time / 1000000n + BigInt(delayOf(event))) * 1000000n;
  const position = thread.timers.findIndex(entry => entry.due > due);
  thread.timers.splice(position < 0 ? thread.timers.length : position, 0, waiting(event, 'timer', event.index, due));
}

// The event that queued it tells more than that it has begun; a script has none.
function start(thread, event) {
  const queued = removeCallback(thread, event.subject);
  thread.running.push(waiting(event, event.callbackKind ?? 'script', queued?.eventIndex, queued?.due));
}

function removeCallback(thread, callback) {
  for (const name of queueNames) {
    const position = thread[name].findIndex(entry => entry.callback === callback);
    if (position >= 0) return thread[name].splice(position, 1)[0];
  }
  return undefined;
}

function enterFrame(thread, event) {
  const known = thread.suspended.get(event.subject);
  thread.suspended.delete(event.subject);
  const frame = known ?? { id: event.subject, function: event.text, eventIndex: event.index, variables: [] };
  frame.eventIndex = event.index;
  thread.frames.push(frame);
}

function leaveFrame(thread, event) {
  const position = thread.frames.findLastIndex(frame => frame.id === event.subject);
  if (position < 0) return;
  const frame = thread.frames[position];
  thread.frames.length = position;
  // Value 1: it waits and will go on.
  if (event.value === 1) thread.suspended.set(event.subject, frame);
}

function withFrame(thread, event, change) {
  const frame = thread.frames.findLast(candidate => candidate.id === event.subject);
  if (frame) change(frame);
}

function setVariable(frame, event) {
  const value = low(event.value, 2 ** 32);
  const known = frame.variables.find(variable => variable.name === event.text);
  if (known) known.value = value; else frame.variables.push({ name: event.text, value });
}
