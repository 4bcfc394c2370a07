// SPDX-License-Identifier: MIT
'use strict';

// The record that the page carries, read back into the form in which it was recorded. PlayerRecord.swift writes it.

/** A record as the scripts use it: events with names for their kinds, and what is known of each callback. */
function readTrace(data) {
  const trace = {
    header: data.header,
    omitted: Number(data.omitted),
    isApproximate: data.approximate === 1,
    files: data.files.map(([name, text]) => ({ name, lines: text === undefined ? undefined : text.split('\n') })),
    places: data.places.map(([file, line, column]) => ({ file, line, column })),
    texts: data.texts,
    events: readEvents(data),
    labels: new Map(data.callbacks),
    reasons: new Map(data.reasons),
    names: { choicePoints: data.choicePoints, taskSources: data.taskSources },
    indexOfSequence: new Map(),
    lives: new Map(),
    frameNames: new Map(),
  };
  for (const event of trace.events) {
    trace.indexOfSequence.set(event.sequence, event.index);
    noteLife(trace, event);
    if (event.kind === 'frameEntered' && event.text > 0) trace.frameNames.set(event.subject, event.text);
  }
  trace.lines = outputLines(trace);
  trace.lastPlaces = lastPlaces(trace);
  return trace;
}

function readEvents(data) {
  let sequence = 0;
  let time = 0n;
  return data.events.map((fields, index) => {
    const [step, elapsed = 0, kind = 0, thread = 0, phase = 0, back = 0, subject = 0, value = 0, text = 0, place = 0] =
      fields;
    sequence += Number(step);
    time += BigInt(elapsed);
    const cause = back === 0 ? 0 : sequence - Number(back);
    return {
      index, sequence, time, thread, cause, subject, value, text, place,
      kind: data.kinds[kind],
      phase: data.phases[phase],
      // Events of other kinds have other numbers here; nobody asks them.
      callbackKind: data.callbackKinds[low(value, 256)],
    };
  });
}

/** The remainder of a number that may be one of the texts of digits that stand for the large ones. */
function low(value, modulus) {
  return typeof value === 'number' ? value % modulus : Number(BigInt(value) % BigInt(modulus));
}

const lifeFields = {
  queued: 'queued', timerSet: 'asked', jobQueued: 'asked', started: 'started', ended: 'ended',
};

// Where a callback was asked for, entered its queue, and ran: indices of events.
function noteLife(trace, event) {
  const field = lifeFields[event.kind];
  if (field === undefined) return;
  let life = trace.lives.get(event.subject);
  if (life === undefined) trace.lives.set(event.subject, life = {});
  life[field] ??= event.index;
  if (field === 'queued') life.asked ??= event.index;
}

/** For each event the last one of its callback that says where the program was; undefined where none does. */
function lastPlaces(trace) {
  const last = new Map();
  return trace.events.map(event => {
    if (event.kind === 'started') last.delete(event.thread);
    if (event.place > 0 && !isElsewhere(event)) last.set(event.thread, event.index);
    return last.get(event.thread);
  });
}

/** Whether an event's place is where something was asked for rather than where the program is. */
function isElsewhere(event) {
  const isJob = event.kind === 'queued' && event.callbackKind === 'microtask';
  return isJob || event.kind === 'started' || event.kind === 'ended';
}

/** The lines that were printed, each with the event that printed its beginning: OutputLine.swift in JavaScript. */
function outputLines(trace) {
  const lines = [];
  const open = new Map();
  for (const event of trace.events) {
    if (event.kind !== 'output') continue;
    let rest = trace.texts[event.text];
    while (rest !== '') {
      const end = rest.indexOf('\n');
      const part = end < 0 ? rest : rest.slice(0, end);
      const begun = open.get(event.value);
      if (begun) {
        begun.text += part;
      } else {
        const line = { number: lines.length + 1, text: part, isError: event.value === 2, eventIndex: event.index };
        lines.push(line);
        open.set(event.value, line);
      }
      if (end < 0) break;
      open.delete(event.value);
      rest = rest.slice(end + 1);
    }
  }
  return lines;
}

/** The event that made another one happen; undefined for the first, and where it was left out. */
function causeOf(trace, event) {
  if (event.cause === 0 || event.cause >= event.sequence) return undefined;
  const index = trace.indexOfSequence.get(event.cause);
  return index === undefined ? undefined : trace.events[index];
}

/** The events from the start of the run to this one, each made to happen by the one before it. */
function chainTo(trace, event) {
  const chain = [event];
  for (let cause = causeOf(trace, event); cause !== undefined; cause = causeOf(trace, cause)) chain.unshift(cause);
  return chain;
}

/** The place of an event; undefined where that is not known. */
function placeOf(trace, event) {
  return event && event.place > 0 ? trace.places[event.place - 1] : undefined;
}
