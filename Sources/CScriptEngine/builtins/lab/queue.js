// SPDX-License-Identifier: MIT
'use strict';

// A message queue that delivers at least once: a message that is received is hidden, and comes again unless it is
// acknowledged in time.

const { abortable } = require('lab/abort');
const { Behaviour } = require('lab/behaviour');
const { Fifo } = require('lab/fifo');
const { readOptions, validateCount, validateDuration, validatePeriod, validateRate, validateString } =
  require('lab/options');
const { cancel, loopTime, schedule } = require('lab/time');
const { validateAbortSignal } = require('internal/validators');

const known = ['visibility', 'latency', 'failures', 'timeout', 'deadLetterAfter', 'duplicates', 'name'];

/** A message as one receiver holds it. */
class Message {
  #queue;
  #lease;

  constructor(queue, { id, body, attempts }, lease) {
    this.#queue = queue;
    this.#lease = lease;
    this.id = id;
    this.body = body;
    this.attempt = attempts;
  }

  /** Says that the message is dealt with; resolves with false when it was too late, and the message comes again. */
  ack(options = {}) {
    return this.#queue.settle(this.#lease, 'ack', options);
  }

  /** Gives the message back, to come again at once or after a delay; resolves with false when it was too late. */
  nack(options = {}) {
    return this.#queue.settle(this.#lease, 'nack', options);
  }
}

/** A simulated message queue. */
class MessageQueue {
  #behaviour;
  #visibility;
  #deadLetterAfter;
  #duplicates;
  #ready = new Fifo();
  #receivers = new Fifo();
  #dead = [];
  #lastID = 0;
  #counts = { sent: 0, received: 0, acked: 0, redelivered: 0, inFlight: 0, delayed: 0 };

  constructor(options) {
    const { visibility = 30_000, deadLetterAfter = Infinity, duplicates = 0, name = 'queue' } =
      readOptions(options, 'lab.queue()', known);
    validatePeriod(visibility, 'options.visibility');
    validateCount(deadLetterAfter, 'options.deadLetterAfter', 1);
    validateRate(duplicates, 'options.duplicates');
    validateString(name, 'options.name');
    this.#visibility = visibility;
    this.#deadLetterAfter = deadLetterAfter;
    this.#duplicates = duplicates;
    this.#behaviour = new Behaviour(name, options);
  }

  /** Puts a copy of a value into the queue; resolves with its number once the queue has it. */
  send(body, options = {}) {
    const { signal, delay = 0 } = readOptions(options, 'send()', ['signal', 'delay']);
    validateDuration(delay, 'options.delay');
    const { structuredClone } = require('internal/structured_clone');
    const copy = structuredClone(body);
    return this.#operate(signal, ['send', copy], () => {
      const id = ++this.#lastID;
      this.#counts.sent++;
      const copies = this.#duplicates > 0 && this.#behaviour.random() < this.#duplicates ? 2 : 1;
      for (let count = 0; count < copies; count++) this.#offerLater({ id, body: copy, attempts: 0 }, delay);
      return { id };
    });
  }

  /** Receives the next message, waiting for one for up to `wait` milliseconds; resolves with null when none came. */
  receive(options = {}) {
    const { signal, wait = 0, visibility = this.#visibility } =
      readOptions(options, 'receive()', ['signal', 'wait', 'visibility']);
    validateAbortSignal(signal, 'options.signal');
    validateDuration(wait, 'options.wait');
    validatePeriod(visibility, 'options.visibility');
    return abortable(signal, (resolve, reject) => {
      let undo = this.#behaviour.begin(['receive'], () => {
        undo = this.#take(visibility, wait, resolve);
      }, reject);
      return () => undo();
    });
  }

  #take(visibility, wait, resolve) {
    const receiver = (entry) => resolve(entry === null ? null : this.#lease(entry, visibility));
    const entry = this.#ready.shift();
    if (entry !== undefined || wait === 0) {
      receiver(entry ?? null);
      return () => {};
    }
    let timer;
    const place = this.#receivers.append((arrived) => {
      cancel(timer);
      receiver(arrived);
    });
    timer = schedule(() => {
      if (this.#receivers.remove(place)) receiver(null);
    }, loopTime() + wait);
    return () => {
      cancel(timer);
      this.#receivers.remove(place);
    };
  }

  // Hides a message from others for a while. Nobody is kept waiting by it, so it keeps no program alive.
  #lease(entry, visibility) {
    entry.attempts++;
    this.#counts.received++;
    this.#counts.inFlight++;
    if (entry.attempts > 1) this.#counts.redelivered++;
    const lease = { entry, timer: undefined, isOver: false };
    lease.timer = schedule(() => {
      this.#endLease(lease);
      this.#comeAgain(entry, 0);
    }, loopTime() + visibility, false);
    return new Message(this, entry, lease);
  }

  #endLease(lease) {
    lease.isOver = true;
    cancel(lease.timer);
    this.#counts.inFlight--;
  }

  /** Acknowledges or gives back what was received. For `Message`. */
  settle(lease, verb, options) {
    const { signal, delay = 0 } = readOptions(options, `${verb}()`, verb === 'ack' ? ['signal'] : ['signal', 'delay']);
    validateDuration(delay, 'options.delay');
    return this.#operate(signal, [verb, lease.entry.body], () => {
      if (lease.isOver) return false;
      this.#endLease(lease);
      if (verb === 'ack') this.#counts.acked++;
      else this.#comeAgain(lease.entry, delay);
      return true;
    });
  }

  #operate(signal, args, complete) {
    validateAbortSignal(signal, 'options.signal');
    return abortable(signal, (resolve, reject) => this.#behaviour.begin(args, () => resolve(complete()), reject));
  }

  #comeAgain(entry, delay) {
    if (entry.attempts >= this.#deadLetterAfter) {
      const { id, body, attempts } = entry;
      this.#dead[this.#dead.length] = { id, body, attempts, at: loopTime() };
    } else {
      this.#offerLater(entry, delay);
    }
  }

  #offerLater(entry, delay) {
    if (delay === 0) {
      this.#offer(entry);
      return;
    }
    this.#counts.delayed++;
    schedule(() => {
      this.#counts.delayed--;
      this.#offer(entry);
    }, loopTime() + delay, false);
  }

  #offer(entry) {
    const receiver = this.#receivers.shift();
    if (receiver === undefined) this.#ready.append(entry);
    else receiver(entry);
  }

  /** The messages that were received too often, oldest first. */
  get deadLetters() {
    return [...this.#dead];
  }

  /** How many messages wait, are held by receivers, and came and went. */
  stats() {
    return { waiting: this.#ready.size, ...this.#counts, dead: this.#dead.length };
  }
}

/** Makes a message queue. */
function queue(options = {}) {
  return new MessageQueue(options);
}

module.exports = { queue };
