// SPDX-License-Identifier: MIT
'use strict';

// What happened, in sentences.

/** Nanoseconds as milliseconds with three places: "1000.250 ms". */
function milliseconds(nanoseconds) {
  const microseconds = BigInt(nanoseconds) / 1000n;
  return `${microseconds / 1000n}.${String(microseconds % 1000n).padStart(3, '0')} ms`;
}

/** The same without needless zeros: "1000.25 ms". */
function roundMilliseconds(nanoseconds) {
  return milliseconds(nanoseconds).replace(/\.?0+ ms$/, ' ms');
}

function threadName(number) {
  return number === 0 ? 'main thread' : `worker ${number}`;
}

/** A place as people write it; the program's own file goes without its name. */
function placeText(trace, place) {
  if (place === undefined) return '';
  const name = trace.files[place.file].name.split('/').at(-1);
  return place.file === 0 ? `${place.line}:${place.column}` : `${name}:${place.line}:${place.column}`;
}

/** The name of a callback in views, as "setTimeout@3:21". */
function labelOf(trace, callback) {
  return trace.labels.get(callback) ?? 'a callback';
}

const queueTitles = {
  tick: 'the tick queue', microtask: 'the microtask queue', timer: 'the timers', immediate: 'the check queue',
  poll: 'the poll queue', close: 'the close queue', idle: 'the idle callbacks', task: 'a task queue',
  animationFrame: 'the callbacks of the next frame',
};

const phaseTitles = {
  script: 'main script', timers: 'timers', poll: 'poll', check: 'check', close: 'close',
  task: 'task', rendering: 'rendering',
};

const choiceTitles = {
  timerOrImmediate: 'whether the timer or the immediate runs first',
  timerOrCompletion: 'whether the timer or the completion runs first',
  completionOrder: 'which completion comes first',
  taskSource: 'which source of tasks goes first',
  duration: 'how long the work outside of the program takes',
  immediateOrTimer: 'whether the immediate or the timer runs first',
  scriptedLatency: 'how long a scripted function takes',
};

// Of callbacks: the words that follow the label.
const callbackSentences = {
  queued: event => `enters ${queueTitles[event.callbackKind] ?? 'its queue'}.`,
  cleared: () => 'is cleared: it will not run.',
  started: event => event.callbackKind === 'script' ? 'begins.' : 'begins to run.',
  ended: event => [
    'has run to its end.', 'threw an error; the program goes on.', 'threw an error; the program stops.',
  ][event.value] ?? 'has run.',
  blocked: event => `held its thread for ${milliseconds(event.value)}: nothing else could run.`,
  jobQueued: () => 'is handed to the host, which works outside of the program’s thread.',
  jobStarted: () => 'is being worked on by the host.',
  jobEnded: () => 'is done; its callback can enter the poll queue.',
  timerSet(event) {
    const delay = delayOf(event);
    return event.value >= 2 ** 32 ? `is set to fire every ${delay} ms.` : `is set to fire in ${delay} ms.`;
  },
};

const promise = number => `promise ${number}`;

const sentences = {
  threadStarted: event => `The ${threadName(event.thread)} begins.`,
  threadEnded: event => `The ${threadName(event.thread)} ends.`,
  turnStarted: event => `Turn ${event.value} of the event loop begins.`,
  phaseEntered: event => `The loop enters its ${phaseTitles[event.phase]} phase.`,
  checkpointEntered: () => 'Checkpoint: ticks and microtasks run until none is left.',
  clockJumped: event => `Nothing is ready: the clock jumps from ${milliseconds(event.value)} on.`,
  choice: (event, trace) => `An order that is left open: ${choiceTitles[trace.names.choicePoints[event.subject]]}.`,
  taskSourceChosen: (event, trace) => `The page takes the next task: ${trace.names.taskSources[event.value] ?? ''}.`,
  frameBegan: event => `The page renders frame ${event.value}.`,
  loopEmptied: () => 'Nothing is left to do: the loop ends.',
  promiseCreated: event => `A promise is made: ${promise(event.subject)}.`,
  promiseSettled: event => `The ${promise(event.subject)} is ${event.value === 1 ? 'rejected' : 'fulfilled'}.`,
  listenerAdded: (event, trace) => `A listener of '${trace.texts[event.text]}' is added.`,
  listenerRemoved: (event, trace) => `A listener of '${trace.texts[event.text]}' is taken away.`,
  handlerAttached: (event, trace) => `The ${promise(event.subject)} gets a reaction: ${trace.texts[event.text]}.`,
  awaitSuspended: event => `An async function waits for ${promise(event.value)}; its caller goes on.`,
  awaitResumed: () => 'The async function goes on after its await.',
  rejectionUnhandled: (event, trace) => `Nobody handles the rejection: ${trace.texts[event.text]}`,
  rejectionHandled: event => `The ${promise(event.subject)} gets a handler after all.`,
  messageSent: (event, trace) => `A message leaves: ${trace.texts[event.text] || 'message'}.`,
  messageDelivered: () => 'The message arrives.',
  output: (event, trace) => `Prints “${oneLine(trace.texts[event.text])}”.`,
  uncaughtError: (event, trace) => `Nobody catches the error: ${oneLine(trace.texts[event.text])}`,
  programEnded: (event, trace) => `The program ends with exit code ${event.value}${after(trace.texts[event.text])}.`,
  frameEntered: (event, trace) => `${frameName(trace, event)} is entered.`,
  frameLeft: (event, trace) => `${frameName(trace, event)} ${event.value === 1 ? 'waits' : 'is left'}.`,
  statement: (event, trace) => `Line ${placeOf(trace, event)?.line ?? '?'} is about to run.`,
  variable: (event, trace) => `${trace.texts[event.text]} = ${trace.texts[low(event.value, 2 ** 32)] ?? ''}`,
  dropped: event => `${Number(event.value).toLocaleString('en')} events are left out here.`,
};

// A function's name stands at its entry only; one that goes on after an await has the name it had.
function frameName(trace, event) {
  return trace.texts[trace.frameNames.get(event.subject)] || '(anonymous)';
}

/** One sentence about an event. */
function sentenceOf(trace, event) {
  const ofCallback = callbackSentences[event.kind];
  if (ofCallback === undefined) return sentences[event.kind](event, trace);
  const label = labelOf(trace, event.subject);
  return `${label === 'main script' ? 'The main script' : label} ${ofCallback(event)}`;
}

function oneLine(text) {
  const line = text.replace(/\n$/, '').replaceAll('\n', '⏎');
  return line.length > 80 ? line.slice(0, 79) + '…' : line;
}

function after(reason) {
  return reason === '' ? '' : ` (${reason})`;
}
