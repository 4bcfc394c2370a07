// SPDX-License-Identifier: MIT
'use strict';

// Puts the panes together and moves them: buttons, slider and keys.

const darkScheme = matchMedia('(prefers-color-scheme: dark)');

class Player {
  #timer;
  #thread;
  #theme = 'automatic';

  constructor(trace) {
    this.trace = trace;
    this.cursor = new Cursor(trace);
    const goTo = position => this.goTo(position);
    this.source = new SourcePane(trace);
    this.queues = new QueuePanes(trace, goTo);
    this.stack = new StackPane(trace, goTo);
    this.phases = new PhaseStrip(trace);
    this.console = new ConsolePane(trace, goTo);
    this.overview = new Overview(trace);
    this.#describeRun();
    this.#connectButtons();
    this.#connectInputs();
    document.addEventListener('keydown', event => this.#key(event));
    this.render();
  }

  // MARK: Moving

  get isPlaying() { return this.#timer !== undefined; }

  goTo(position) {
    this.pause();
    this.#show(position);
  }

  #show(position) {
    this.cursor.moveTo(position);
    this.render();
  }

  step(count) { this.goTo(this.cursor.position + count); }

  toEvent(direction, isWanted) { this.goTo(this.cursor.find(direction, isWanted)); }

  play() {
    if (this.cursor.position >= this.trace.events.length) this.#show(0);
    byId('sentence').setAttribute('aria-live', 'off');
    setText(byId('play'), '❚❚ Pause');
    this.#timer = setTimeout(() => this.#tick(), this.#delay);
  }

  pause() {
    if (!this.isPlaying) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    byId('sentence').setAttribute('aria-live', 'polite');
    setText(byId('play'), '▶ Play');
  }

  toggle() { if (this.isPlaying) this.pause(); else this.play(); }

  get #delay() { return Number(byId('speed').value); }

  #tick() {
    this.#show(this.cursor.position + 1);
    if (this.cursor.position >= this.trace.events.length) this.pause();
    else this.#timer = setTimeout(() => this.#tick(), this.#delay);
  }

  // MARK: Showing

  render() {
    const { cursor, trace } = this;
    const { event, state } = cursor;
    const followed = this.#thread ?? state.currentThread;
    const thread = state.threads.find(({ number }) => number === followed) ?? emptyThread(followed);
    this.queues.render(thread);
    this.stack.render(thread);
    this.phases.render(thread);
    this.console.render(state);
    this.source.render(...this.#place(thread));
    this.#renderEvent(event);
    byId('slider').value = String(cursor.position);
    byId('slider').setAttribute('aria-valuetext', `event ${cursor.position} of ${trace.events.length}`);
    if (document.activeElement !== byId('event')) byId('event').value = String(cursor.position);
    setText(byId('time'), milliseconds(thread.time));
  }

  #renderEvent(event) {
    const { trace } = this;
    const who = trace.hasWorkers && event ? `${threadName(event.thread)}: ` : '';
    setText(byId('sentence'), event ? who + sentenceOf(trace, event) : 'Nothing has happened yet. Step on, or play.');
    const cause = event && causeOf(trace, event);
    setText(byId('because'), cause ? `because: ${sentenceOf(trace, cause)}` : '');
    byId('why').disabled = !event;
    byId('origin').disabled = this.#origin === undefined;
    for (const id of ['first', 'back', 'previous-task']) byId(id).disabled = !event;
    for (const id of ['step', 'last', 'next-task']) {
      byId(id).disabled = this.cursor.position >= trace.events.length;
    }
  }

  // The current statement where it was recorded; else where the event happened; else where that was asked for which
  // runs or is queued.
  #place(thread) {
    const { trace } = this;
    const { event, state } = this.cursor;
    const frame = thread.frames.at(-1);
    const statement = frame && placeOf(trace, trace.events[frame.eventIndex]);
    if (statement) return [statement, 'now', `at ${placeText(trace, statement)}`];
    const isShown = state.currentThread === thread.number;
    const here = isShown ? trace.lastPlaces[state.eventIndex] : undefined;
    if (here !== undefined && thread.running.length > 0) {
      const place = placeOf(trace, trace.events[here]);
      const text = placeText(trace, place);
      return here === state.eventIndex ? [place, 'now', `at ${text}`] : [place, 'last', `last seen at ${text}`];
    }
    const running = thread.running.at(-1);
    const asked = running && trace.lives.get(running.callback)?.asked;
    const origin = [isShown ? event : undefined, trace.events[asked], trace.events[running?.eventIndex]]
      .map(candidate => placeOf(trace, candidate)).find(place => place);
    return origin ? [origin, 'last', `asked for at ${placeText(trace, origin)}`] : [undefined, '', ''];
  }

  // MARK: Asking

  /** The event that queued what the current event is about, or what runs now. */
  get #origin() {
    const { event, state } = this.cursor;
    if (!event) return undefined;
    const thread = state.threads.find(({ number }) => number === event.thread);
    for (const callback of [event.subject, thread?.running.at(-1)?.callback]) {
      const life = this.trace.labels.has(callback) ? this.trace.lives.get(callback) : undefined;
      const found = [life?.queued, life?.asked].find(index => index !== undefined && index < event.index);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  goToOrigin() {
    const origin = this.#origin;
    if (origin !== undefined) this.goTo(origin + 1);
  }

  showWhy() {
    const { trace, cursor } = this;
    if (!cursor.event) return;
    this.pause();
    const reasons = trace.reasons.get(cursor.event.index);
    setText(byId('why-about'), reasons
      ? 'What led to it, main script first, and the rules that decided.'
      : 'From the start of the run to this event; each step made the next one happen.');
    const steps = reasons
      ? reasons.map(([sentence, index, place, rule, lesson]) =>
        this.#chainItem(`${sentence}.`, index, [place], rule && `Rule: ${rule} (lesson ${lesson})`))
      : chainTo(trace, cursor.event).map(event => this.#chainItem(
        sentenceOf(trace, event), event.index, [placeText(trace, placeOf(trace, event)), milliseconds(event.time)]));
    byId('chain').replaceChildren(...steps);
    byId('why-dialog').showModal();
  }

  #chainItem(sentence, index, details, rule) {
    const onclick = () => {
      byId('why-dialog').close();
      this.goTo(index + 1);
    };
    const text = make('span', { class: 'label' }, sentence, rule ? make('span', { class: 'rule' }, rule) : undefined);
    return make('li', {}, make('button', { type: 'button', class: 'entry', onclick, disabled: index < 0 },
      text, make('span', { class: 'due' }, details.filter(Boolean).join(' · '))));
  }

  // MARK: Setting up

  #describeRun() {
    const { header, omitted, isApproximate } = this.trace;
    this.trace.hasWorkers = this.trace.events.some(event => event.thread > 0);
    setText(byId('program'), header.program);
    const seed = header.seed === '0' ? '' : `seed ${header.seed}`;
    setText(byId('facts'), [`${header.profile} profile`, `${header.clock} clock`, seed, `level ${header.level}`]
      .filter(Boolean).join(' · '));
    if (omitted === 0) return;
    const notice = byId('notice');
    const queues = isApproximate ? ' Queues after the gap may show what ran or was cleared in it.' : '';
    setText(notice, `${omitted.toLocaleString('en')} events of this run are left out of the middle.${queues}`);
    notice.hidden = false;
  }

  #connectButtons() {
    const { events } = this.trace;
    const actions = {
      first: () => this.goTo(0), last: () => this.goTo(events.length),
      back: () => this.step(-1), step: () => this.step(1), play: () => this.toggle(),
      'previous-task': () => this.toEvent(-1, beginsTask), 'next-task': () => this.toEvent(1, beginsTask),
      why: () => this.showWhy(), origin: () => this.goToOrigin(),
      help: () => byId('help-dialog').showModal(), theme: () => this.#nextTheme(),
    };
    for (const [id, action] of Object.entries(actions)) byId(id).addEventListener('click', action);
    darkScheme.addEventListener('change', () => this.#applyTheme());
    this.#applyTheme();
  }

  #connectInputs() {
    const { events } = this.trace;
    const slider = byId('slider');
    slider.max = String(events.length);
    slider.addEventListener('input', () => this.goTo(Number(slider.value)));
    const number = byId('event');
    number.max = String(events.length);
    number.addEventListener('change', () => this.goTo(Math.trunc(Number(number.value)) || 0));
    setText(byId('count'), `of ${events.length}`);
    const threads = Array.from(new Set(events.map(event => event.thread))).sort((a, b) => a - b);
    const choice = byId('thread');
    choice.append(make('option', { value: '' }, 'the one that runs'));
    for (const thread of threads) choice.append(make('option', { value: String(thread) }, threadName(thread)));
    byId('thread-choice').hidden = threads.length < 2;
    choice.addEventListener('change', () => {
      this.#thread = choice.value === '' ? undefined : Number(choice.value);
      this.render();
    });
  }

  #nextTheme() {
    this.#theme = { automatic: 'light', light: 'dark', dark: 'automatic' }[this.#theme];
    setText(byId('theme'), `Theme: ${this.#theme}`);
    this.#applyTheme();
  }

  #applyTheme() {
    const systems = darkScheme.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = this.#theme === 'automatic' ? systems : this.#theme;
    this.overview.draw();
  }

  // MARK: Keys

  #keys = {
    ' ': () => this.toggle(),
    ArrowRight: () => this.step(1),
    ArrowLeft: () => this.step(-1),
    Home: () => this.goTo(0),
    End: () => this.goTo(this.trace.events.length),
    t: () => this.toEvent(1, beginsTask),
    T: () => this.toEvent(-1, beginsTask),
    o: () => this.toEvent(1, event => event.kind === 'output'),
    O: () => this.toEvent(-1, event => event.kind === 'output'),
    s: () => this.toEvent(1, event => event.kind === 'statement'),
    S: () => this.toEvent(-1, event => event.kind === 'statement'),
    q: () => this.goToOrigin(),
    w: () => this.showWhy(),
    g: () => { byId('event').focus(); byId('event').select(); },
    '+': () => this.#changeSpeed(1),
    '-': () => this.#changeSpeed(-1),
    '?': () => byId('help-dialog').showModal(),
  };

  #changeSpeed(change) {
    const speed = byId('speed');
    speed.selectedIndex = Math.min(Math.max(speed.selectedIndex + change, 0), speed.options.length - 1);
  }

  // An element that has a use of its own for a key keeps it.
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const { target } = event;
    if (target.matches('input[type=number], select')) {
      if (event.key === 'Escape') target.blur();
      return;
    }
    if (event.key === ' ' && target.matches('button')) return;
    const action = this.#keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}

new Player(readTrace(JSON.parse(byId('record').textContent)));
