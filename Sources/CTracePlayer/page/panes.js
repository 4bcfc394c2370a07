// SPDX-License-Identifier: MIT
'use strict';

// Queues, call stack, phases and console.

/** How many entries of a queue are shown; the rest is a number. */
const shownEntries = 40;

const nodeQueues = [
  ['ticks', 'Ticks'], ['microtasks', 'Microtasks'], ['timers', 'Timers'], ['poll', 'Poll'], ['check', 'Check'],
  ['close', 'Close'], ['pending', 'Host work under way'],
];
const browserQueues = [
  ['microtasks', 'Microtasks'], ['tasks', 'Tasks'], ['timers', 'Timers'], ['poll', 'Completions'],
  ['pending', 'Host work under way'],
];

class QueuePanes {
  #panes;

  constructor(trace, goTo) {
    this.trace = trace;
    this.goTo = goTo;
    const queues = trace.header.profile === 'browser' ? browserQueues : nodeQueues;
    this.#panes = queues.map(([name, title]) => this.#makePane(name, title));
  }

  #makePane(name, title) {
    const list = make('ol', { class: 'entries' });
    const count = make('span', { class: 'count' });
    const running = make('span', { class: 'note' });
    const id = `queue-${name}`;
    const pane = make('section', { class: `pane queue ${name}`, 'aria-labelledby': id },
      make('div', { class: 'head' }, make('h2', { id }, title), running, count), list);
    byId('queues').append(pane);
    return { name, pane, list, count, running };
  }

  render(thread) {
    const kind = thread.running.at(-1)?.kind;
    const source = kind === 'timer' ? 'timers' : kind === 'poll' ? 'poll' : queueOfKind[kind];
    for (const { name, pane, list, count, running } of this.#panes) {
      setText(running, name === source ? '▸ running' : '');
      pane.classList.toggle('is-running', name === source);
      // The last close callback runs first.
      const entries = name === 'close' ? thread.close.toReversed() : thread[name];
      setText(count, String(entries.length));
      pane.classList.toggle('is-empty', entries.length === 0);
      const items = entries.slice(0, shownEntries).map((entry, index) => this.#item(name, entry, index));
      const rest = entries.length - items.length;
      if (rest > 0) items.push(make('li', { class: 'rest' }, `and ${rest} more`));
      list.replaceChildren(...items);
    }
  }

  #item(name, entry, index) {
    const label = labelOf(this.trace, entry.callback);
    const due = name === 'timers' ? make('span', { class: 'due' }, `at ${roundMilliseconds(entry.due)}`) : undefined;
    const isNext = index === 0 && name !== 'pending';
    const next = isNext ? make('span', { class: 'next' }, 'next') : undefined;
    return make('li', {}, entryButton(() => this.goTo(entry.eventIndex + 1), label, due, next));
  }
}

/** A callback as a button that leads to where it was queued. */
function entryButton(onclick, label, ...details) {
  return make('button', { type: 'button', class: 'entry', title: 'Go to where this was queued', onclick },
    make('span', { class: 'label' }, label), ...details);
}

class StackPane {
  constructor(trace, goTo) {
    this.trace = trace;
    this.goTo = goTo;
  }

  render(thread) {
    const frames = thread.frames.toReversed();
    const running = thread.running.toReversed();
    const items = frames.length > 0
      ? frames.map(frame => this.#frame(frame)) : running.map(entry => this.#callback(entry));
    const nothing = make('li', { class: 'empty' }, thread.hasEnded ? 'the thread has ended' : 'empty');
    byId('stack').replaceChildren(...items.length > 0 ? items : [nothing]);
    const callback = running[0] && frames.length > 0 ? `in ${labelOf(this.trace, running[0].callback)}` : '';
    setText(byId('stack-note'), callback);
  }

  #frame(frame) {
    const { trace } = this;
    const place = placeText(trace, placeOf(trace, trace.events[frame.eventIndex]));
    const variables = frame.variables.flatMap(({ name, value }) =>
      [make('dt', {}, trace.texts[name] ?? ''), make('dd', {}, trace.texts[value] ?? '')]);
    return make('li', { class: 'frame' },
      make('div', { class: 'entry' }, make('span', { class: 'label' }, trace.texts[frame.function] || '(anonymous)'),
        make('span', { class: 'due' }, place)),
      variables.length > 0 ? make('dl', { class: 'variables' }, ...variables) : undefined);
  }

  #callback(entry) {
    const kind = make('span', { class: 'due' }, kindTitles[entry.kind] ?? '');
    const label = labelOf(this.trace, entry.callback);
    return make('li', { class: 'frame' }, entryButton(() => this.goTo(entry.eventIndex + 1), label, kind));
  }
}

const kindTitles = {
  tick: 'tick', microtask: 'microtask', timer: 'timer', immediate: 'immediate', poll: 'completion', close: 'close',
  idle: 'idle', task: 'task', animationFrame: 'frame',
};

class PhaseStrip {
  #items = new Map();

  constructor(trace) {
    const node = ['script', 'timers', 'poll', 'check', 'close'];
    const phases = trace.header.profile === 'browser' ? ['script', 'task', 'rendering'] : node;
    for (const phase of phases) {
      const item = make('li', {}, phaseTitles[phase]);
      this.#items.set(phase, item);
      byId('phases').append(item);
    }
  }

  render(thread) {
    for (const [phase, item] of this.#items) {
      // Between two turns the record says "script" too.
      const isCurrent = phase === thread.phase && (phase !== 'script' || thread.turn === 0);
      if (isCurrent) item.setAttribute('aria-current', 'step'); else item.removeAttribute('aria-current');
    }
    const turn = thread.turn === 0 ? 'before the first turn' : `turn ${thread.turn}`;
    setText(byId('turn'), turn);
  }
}

class ConsolePane {
  #list = byId('lines');
  #shown = 0;

  constructor(trace, goTo) {
    this.trace = trace;
    this.goTo = goTo;
  }

  // Lines are added and taken away at the end, so that a screen reader hears only what is new.
  render(state) {
    const { lines } = this.trace;
    let count = this.#shown;
    while (count > 0 && lines[count - 1].eventIndex > state.eventIndex) count--;
    while (this.#list.children.length > count) this.#list.lastElementChild.remove();
    while (count < lines.length && lines[count].eventIndex <= state.eventIndex) {
      this.#list.append(this.#line(lines[count]));
      count++;
    }
    const isNew = index => lines[index].eventIndex === state.eventIndex;
    for (let index = 0; index < count; index++) this.#list.children[index].classList.toggle('is-new', isNew(index));
    if (count !== this.#shown) this.#list.scrollTop = this.#list.scrollHeight;
    this.#shown = count;
    setText(byId('console-note'), `${count} of ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`);
  }

  #line(line) {
    const error = line.isError ? make('span', { class: 'stream' }, 'stderr') : undefined;
    const onclick = () => this.goTo(line.eventIndex + 1);
    return make('li', { class: line.isError ? 'is-error' : '' }, make('button', {
      type: 'button', class: 'printed', title: 'Go to the event that printed this', onclick,
    }, make('span', { class: 'number' }, `${line.number}`), make('span', { class: 'text' }, line.text), error));
  }
}
