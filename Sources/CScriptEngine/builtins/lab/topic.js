// SPDX-License-Identifier: MIT
'use strict';

// A topic: everything published reaches everyone who subscribes. Each subscriber has a buffer of its own, and a rule
// for when it is full.

const { abortable, onAbort } = require('lab/abort');
const { Behaviour } = require('lab/behaviour');
const { Fifo } = require('lab/fifo');
const { readOptions, validateCount, validateString } = require('lab/options');
const { loopTime, schedule } = require('lab/time');
const { validateAbortSignal, validateOneOf } = require('internal/validators');

const overflows = ['block', 'drop-oldest', 'drop-newest'];

/** What one subscriber has not taken yet, as an async iterable. */
class Subscription {
  #buffer = new Fifo();
  #blocked = new Fifo();
  #waiting = new Fifo();
  #limit;
  #overflow;
  #leave;
  #forget = () => {};
  #isClosed = false;
  #failure = undefined;
  #dropped = 0;
  #maxBuffered = 0;

  constructor({ buffer = 16, overflow = 'block', signal }, leave) {
    validateCount(buffer, 'options.buffer', 1);
    validateOneOf(overflow, 'options.overflow', overflows);
    validateAbortSignal(signal, 'options.signal');
    this.#limit = buffer;
    this.#overflow = overflow;
    this.#leave = leave;
    if (signal?.aborted) this.#abort(signal.reason);
    else if (signal !== undefined) this.#forget = onAbort(signal, () => this.#abort(signal.reason));
  }

  /** Takes a value in; calls back when it has, or when nobody wants it any more. For `Topic`. */
  accept(value, onAccepted) {
    if (this.#isClosed) {
      onAccepted();
      return;
    }
    const taker = this.#waiting.shift();
    if (taker !== undefined) {
      taker.resolve({ value, done: false });
    } else if (this.#buffer.size < this.#limit) {
      this.#append(value);
    } else if (this.#overflow === 'block') {
      this.#blocked.append({ value, onAccepted });
      return;
    } else {
      this.#dropped++;
      if (this.#overflow === 'drop-oldest') {
        this.#buffer.shift();
        this.#append(value);
      }
    }
    onAccepted();
  }

  #append(value) {
    this.#buffer.append({ value });
    if (this.#buffer.size > this.#maxBuffered) this.#maxBuffered = this.#buffer.size;
  }

  /** The next value, as of an async iterator. */
  next() {
    const taken = this.#buffer.shift();
    if (taken !== undefined) {
      const blocked = this.#blocked.shift();
      if (blocked !== undefined) {
        this.#append(blocked.value);
        blocked.onAccepted();
      }
      return Promise.resolve({ value: taken.value, done: false });
    }
    if (this.#failure !== undefined) {
      const { error } = this.#failure;
      this.#failure = undefined;
      return Promise.reject(error);
    }
    if (this.#isClosed) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve, reject) => this.#waiting.append({ resolve, reject }));
  }

  /** Ends the subscription, as leaving a `for await` loop does. */
  return(value = undefined) {
    this.close();
    return Promise.resolve({ value, done: true });
  }

  /** Ends the subscription and drops what was not taken. */
  close() {
    this.finish();
    this.#dropAll();
  }

  /** Ends the subscription once what it holds is taken. For `Topic`. */
  finish() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#forget();
    this.#leave(this);
    for (let taker = this.#waiting.shift(); taker !== undefined; taker = this.#waiting.shift()) {
      taker.resolve({ value: undefined, done: true });
    }
  }

  // The first who asks hears why; then the iteration is over.
  #abort(error) {
    const taker = this.#waiting.shift();
    if (taker === undefined) this.#failure = { error };
    else taker.reject(error);
    this.close();
  }

  #dropAll() {
    while (this.#buffer.shift() !== undefined);
    for (let each = this.#blocked.shift(); each !== undefined; each = this.#blocked.shift()) each.onAccepted();
  }

  /** How many values wait, and how many were dropped. */
  stats() {
    return {
      buffered: this.#buffer.size, maxBuffered: this.#maxBuffered, blocked: this.#blocked.size, dropped: this.#dropped,
    };
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}

/** A subscriber that is called for each value, in a task of the poll phase of its own. */
class Listener {
  #callback;
  #leave;

  constructor(callback, leave) {
    this.#callback = callback;
    this.#leave = leave;
  }

  accept(value, onAccepted) {
    const callback = this.#callback;
    schedule(() => void callback(value), loopTime());
    onAccepted();
  }

  finish() {}

  /** Ends the subscription. */
  close() {
    this.#leave(this);
  }
}

/** A simulated topic. */
class Topic {
  #behaviour;
  #subscribers = new Set();
  #published = 0;
  #isClosed = false;

  constructor(options) {
    const { name = 'topic' } = readOptions(options, 'lab.topic()', ['latency', 'failures', 'timeout', 'name']);
    validateString(name, 'options.name');
    this.#behaviour = new Behaviour(name, options);
  }

  /** Publishes a value; resolves with the number of subscribers once each of them has taken it in. */
  publish(value, options = {}) {
    const { signal } = readOptions(options, 'publish()', ['signal']);
    validateAbortSignal(signal, 'options.signal');
    return abortable(signal, (resolve, reject) => this.#behaviour.begin([value], () => {
      this.#published++;
      const subscribers = [...this.#subscribers];
      let missing = subscribers.length;
      if (missing === 0) resolve(0);
      for (let index = 0; index < subscribers.length; index++) {
        subscribers[index].accept(value, () => {
          if (--missing === 0) resolve(subscribers.length);
        });
      }
    }, reject));
  }

  /** Subscribes: with a function, which is called for each value, or else with options for an async iterable. */
  subscribe(listenerOrOptions = {}) {
    const leave = (subscriber) => this.#subscribers.delete(subscriber);
    let subscriber;
    if (typeof listenerOrOptions === 'function') {
      subscriber = new Listener(listenerOrOptions, leave);
    } else {
      readOptions(listenerOrOptions, 'subscribe()', ['buffer', 'overflow', 'signal']);
      subscriber = new Subscription(listenerOrOptions, leave);
      if (listenerOrOptions.signal?.aborted) return subscriber;
    }
    if (this.#isClosed) subscriber.finish();
    else this.#subscribers.add(subscriber);
    return subscriber;
  }

  /** Ends all subscriptions once what they hold is taken. */
  close() {
    this.#isClosed = true;
    for (const subscriber of [...this.#subscribers]) subscriber.finish();
    this.#subscribers.clear();
  }

  /** How much was published, and to how many. */
  stats() {
    return { published: this.#published, subscribers: this.#subscribers.size };
  }
}

/** Makes a topic. */
function topic(options = {}) {
  return new Topic(options);
}

module.exports = { topic };
