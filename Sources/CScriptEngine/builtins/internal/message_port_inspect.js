// SPDX-License-Identifier: MIT
'use strict';

// A port as Node 20 prints it: with the private parts of its EventTarget, which are symbols there. Here they are
// collected when somebody looks.

const { kMaxListeners, kMaxListenersWarned, targetInternals } = require('internal/event_target');
const { assign, create } = Object;

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const symbolNames = ['kEvents', 'events.maxEventTargetListeners', 'events.maxEventTargetListenersWarned', 'kHandlers',
  'kNewListener', 'kRemoveListener', 'nodejs.internal.kCurrentlyReceivingPorts'];
const symbols = symbolNames.map((name) => Symbol(name));

class SafeMap extends Map {}

class Listener {
  constructor(listener, previous) {
    this.next = undefined;
    this.previous = previous;
    this.listener = listener;
    this.flags = 8;
    this.callback = listener;
  }
}

function listenersOf(port) {
  const shown = new SafeMap();
  for (const type of targetInternals.typesOf(port)) {
    const list = { size: 0, next: undefined, resistStopPropagation: false };
    let last = list;
    for (const listener of targetInternals.listenersOf(port, type)) {
      list.size++;
      last = last.next = new Listener(listener, last);
    }
    shown.set(type, list);
  }
  return shown;
}

/** What inspect shows in place of a port; `state` is how far its endpoint got. */
function shownPort(port, { isClosed }) {
  const shown = create(create(Object.getPrototypeOf(port), { [kInspect]: { value: undefined } }));
  shown.active = !isClosed;
  if (!isClosed) shown.refed = port.hasRef();
  assign(shown, port);
  const values = [
    listenersOf(port), port[kMaxListeners], port[kMaxListenersWarned], new SafeMap(targetInternals.handlersOf(port)),
    (() => () => {})(), (() => () => {})(), undefined,
  ];
  for (let index = 0; index < symbols.length; index++) shown[symbols[index]] = values[index];
  return shown;
}

module.exports = { shownPort };
