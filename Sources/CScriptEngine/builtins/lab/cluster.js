// SPDX-License-Identifier: MIT
'use strict';

// Several workers behind one listener, as Node's cluster module has processes: each has a realm, a loop and a heap of
// its own, and this thread only hands out the requests.

const { coded } = require('lab/behaviour');
const { programOf } = require('lab/cluster_handler');
const { ClusterWorker } = require('lab/cluster_worker');
const { Fifo } = require('lab/fifo');
const { busyBetween, commonTime, kMeasure } = require('lab/load_probe');
const { readOptions, validateInteger, validateString } = require('lab/options');
const { fork } = require('lab/random');
const { readRequest } = require('lab/server');
const { cancel, loopTime, schedule } = require('lab/time');
const { validateBoolean, validateOneOf } = require('internal/validators');

const { floor } = Math;
const kInspect = Symbol.for('nodejs.util.inspect.custom');
const known = ['name', 'schedule', 'data', 'respawn'];
// A worker that says nothing for so long after a load, in milliseconds, has been busy all along.
const patience = 1000;

/** Workers that share the requests. */
class Cluster {
  #program;
  #data;
  #schedule;
  #respawn;
  #random;
  #workers = [];
  #lastId = 0;
  #lastServed = 0;
  #missing;
  #backlog = new Fifo();
  #whenReady = [];
  #failure = undefined;
  #closing = undefined;
  #whenClosed = undefined;
  #requests = 0;
  #failed = 0;
  #inFlight = 0;
  #maxInFlight = 0;
  #restarts = 0;

  constructor(count, handler, options) {
    validateInteger(count, 'n', 1, 64);
    const { name = 'cluster', schedule: order = 'round-robin', data, respawn = true } =
      readOptions(options, 'lab.cluster()', known);
    validateString(name, 'options.name');
    validateOneOf(order, 'options.schedule', ['round-robin', 'random']);
    validateBoolean(respawn, 'options.respawn');
    this.name = name;
    this.#program = programOf(handler);
    // What is done to it later concerns no worker, not even one that begins later.
    this.#data = require('internal/structured_clone').structuredClone(data);
    this.#schedule = order;
    this.#respawn = respawn;
    this.#random = order === 'random' ? fork() : undefined;
    this.#missing = count;
    for (let index = 0; index < count; index++) this.#start();
  }

  #start() {
    const owner = {
      name: this.name,
      listening: () => this.#listening(),
      settled: (worker, call, isFailure) => this.#settled(worker, isFailure),
      exited: (worker, ending) => this.#exited(worker, ending),
    };
    const worker = new ClusterWorker(++this.#lastId, this.#program, this.#data, owner);
    this.#workers[this.#workers.length] = worker;
    worker.setReferenced(this.#isHeld(worker));
  }

  // Who waits for an answer keeps the program alive; a cluster without requests does not, as a lab.db() does not.
  #isHeld(worker) {
    return worker.inFlight > 0 || this.#backlog.size > 0 || this.#closing !== undefined || this.#whenReady.length > 0;
  }

  #hold() {
    for (let index = 0; index < this.#workers.length; index++) {
      const worker = this.#workers[index];
      worker.setReferenced(this.#isHeld(worker));
    }
  }

  /** Hands a request to a worker; resolves with its answer, which has status 500 when the handler failed. */
  dispatch(request) {
    if (this.#closing !== undefined) {
      return Promise.reject(coded(`${this.name} is closed`, 'ERR_LAB_CLUSTER_CLOSED'));
    }
    const source = readRequest(request);
    return new Promise((resolve, reject) => {
      this.#requests++;
      if (++this.#inFlight > this.#maxInFlight) this.#maxInFlight = this.#inFlight;
      this.#accept({ source, original: request, resolve, reject });
    });
  }

  #accept(call) {
    if (this.#isDown()) {
      this.#refuse(call);
      return;
    }
    // Nobody gets a request before all have begun: else the first would get all that came meanwhile.
    const worker = this.#missing > 0 ? undefined : this.#choose();
    if (worker !== undefined) {
      this.#send(worker, call);
      return;
    }
    this.#backlog.append(call);
    if (this.#backlog.size === 1) this.#hold();
  }

  #send(worker, call) {
    try {
      worker.send(call);
    } catch (error) {
      this.#settled(worker, true);
      call.reject(error);
      return;
    }
    worker.setReferenced(true);
  }

  #choose() {
    const ready = this.#workers.filter((worker) => worker.state === 'listening');
    if (ready.length === 0) return undefined;
    if (this.#schedule === 'random') return ready[floor(this.#random() * ready.length)];
    const worker = ready.find(({ id }) => id > this.#lastServed) ?? ready[0];
    this.#lastServed = worker.id;
    return worker;
  }

  #isDown() {
    return this.#workers.every(({ state }) => state === 'ended');
  }

  #refuse(call) {
    this.#inFlight--;
    this.#failed++;
    const error = coded(`${this.name} has no worker left; the last one: ${this.#failure.message}`,
      'ERR_LAB_NO_WORKERS');
    Object.defineProperty(error, 'cause', {
      value: this.#failure, writable: true, configurable: true, enumerable: false,
    });
    call.reject(error);
  }

  // MARK: - What becomes of workers

  #listening() {
    if (this.#missing > 0) this.#missing--;
    this.#goOn();
  }

  #settled(worker, isFailure) {
    this.#inFlight--;
    if (isFailure) this.#failed++;
    worker.setReferenced(this.#isHeld(worker));
    this.#finishClosing();
  }

  #exited(worker, { wasListening, wasNoticed, code, error }) {
    const isExpected = this.#closing !== undefined && this.#inFlight === 0;
    if (!isExpected) {
      this.#failure = error;
      if (!wasListening && this.#missing > 0) this.#missing--;
      if (!wasNoticed && (code !== 0 || !wasListening)) {
        require('internal/process').process.emitWarning(error.message, 'ClusterWarning');
      }
      // One that never got ready would not the next time either.
      if (wasListening && this.#respawn) {
        this.#workers = this.#workers.filter((each) => each !== worker);
        this.#restarts++;
        this.#start();
      }
    }
    this.#goOn();
  }

  // Gives what waits to those that can take it, or refuses it when nobody ever will.
  #goOn() {
    const isDown = this.#isDown();
    if (isDown) {
      for (let call = this.#backlog.shift(); call !== undefined; call = this.#backlog.shift()) this.#refuse(call);
    } else if (this.#missing === 0) {
      while (this.#backlog.size > 0) {
        const worker = this.#choose();
        if (worker === undefined) break;
        this.#send(worker, this.#backlog.shift());
      }
    }
    if (this.#missing === 0 || isDown) {
      const waiting = this.#whenReady;
      this.#whenReady = [];
      for (const { resolve, reject } of waiting) {
        if (isDown) reject(this.#failure);
        else resolve();
      }
    }
    this.#hold();
    this.#finishClosing();
  }

  // MARK: - For programs

  /** Resolves once every worker has begun to take requests. */
  ready() {
    if (this.#closing !== undefined) {
      return Promise.reject(coded(`${this.name} is closed`, 'ERR_LAB_CLUSTER_CLOSED'));
    }
    if (this.#isDown()) return Promise.reject(this.#failure);
    if (this.#missing === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#whenReady.push({ resolve, reject });
      this.#hold();
    });
  }

  /** Takes no more requests, waits for those that are under way, and ends the workers. */
  close() {
    if (this.#closing === undefined) {
      this.#closing = new Promise((resolve) => {
        this.#whenClosed = resolve;
      });
      this.#hold();
      this.#finishClosing();
    }
    return this.#closing;
  }

  #finishClosing() {
    if (this.#closing === undefined || this.#inFlight > 0 || this.#whenClosed === undefined) return;
    const alive = this.#workers.filter(({ state }) => state !== 'ended');
    for (const worker of alive) worker.terminate();
    if (alive.length > 0) return;
    const resolve = this.#whenClosed;
    this.#whenClosed = undefined;
    resolve();
  }

  [Symbol.asyncDispose]() {
    return this.close();
  }

  /** The workers by number: what each was handed, and what became of it. */
  get workers() {
    return this.#workers.map(({ id, state, requests, failed, inFlight }) => (
      { id, state, requests, failed, inFlight }));
  }

  /** How many requests came, failed, and are or were under way at once, and how many workers were replaced. */
  stats() {
    return {
      requests: this.#requests, failed: this.#failed, inFlight: this.#inFlight, maxInFlight: this.#maxInFlight,
      restarts: this.#restarts,
    };
  }

  /** Begins to measure how busy the workers are; the function returned ends that and calls back with it. */
  [kMeasure]() {
    const first = new Map();
    for (const worker of this.#workers) {
      if (worker.state === 'listening') worker.measure((usage) => first.set(worker.id, usage));
    }
    return (callback) => this.#measureAgain(first, callback);
  }

  #measureAgain(first, callback) {
    const found = [];
    const workers = this.#workers.filter(({ state }) => state === 'listening');
    let missing = workers.length;
    let timer;
    const finish = () => {
      if (missing < 0) return;
      missing = -1;
      cancel(timer);
      callback(found);
    };
    workers.forEach((worker, index) => {
      const { id, firstUsage } = worker;
      const before = () => first.get(id) ?? firstUsage;
      found[index] = { id, busy: 0, span: 0 };
      worker.setReferenced(true);
      worker.measure((usage) => {
        worker.setReferenced(this.#isHeld(worker));
        if (missing < 0) return;
        if (usage !== undefined) found[index] = { id, ...busyBetween(before(), usage) };
        if (--missing === 0) finish();
      });
    });
    if (missing === 0) {
      finish();
      return;
    }
    timer = schedule(() => {
      for (let index = 0; index < workers.length; index++) {
        if (found[index].span > 0) continue;
        const { id, firstUsage } = workers[index];
        const before = first.get(id) ?? firstUsage;
        found[index] = { id, ...busyBetween(before, { idle: before.idle, time: commonTime() }) };
      }
      finish();
    }, loopTime() + patience);
  }

  toString() {
    const lines = [`cluster ${this.name}: ${this.#workers.length} workers, ${this.#schedule}, ` +
      `${this.#restarts} restarts${this.#closing === undefined ? '' : ', closed'}`];
    for (const { id, state, requests, failed, inFlight } of this.#workers) {
      lines.push(`  worker ${`${id}`.padEnd(4)} ${state.padEnd(9)} ${`${requests}`.padStart(7)} requests, ` +
        `${failed} failed, ${inFlight} in flight`);
    }
    return lines.join('\n');
  }

  [kInspect](depth) {
    return depth < 0 ? '[Cluster]' : this.toString();
  }
}

/** Makes `n` workers that share the requests; each runs the handler in a realm and on a loop of its own. */
function cluster(n, handler, options = {}) {
  if (binding.profile === 'browser') {
    throw coded('lab.cluster() is not available in the browser profile, which has no node:worker_threads',
      'ERR_LAB_NOT_AVAILABLE');
  }
  return new Cluster(n, handler, options);
}

module.exports = { cluster };
