// SPDX-License-Identifier: MIT
'use strict';

// An open-loop load: requests arrive when they are due, however the server gets on with those before. Each arrives as a
// task of the poll phase, as a socket's would, and its latency counts from when it was due.

const { abortable } = require('lab/abort');
const { arrivalTimes, makeChooser, mixOf } = require('lab/arrivals');
const { kMeasure, kStarted } = require('lab/load_probe');
const { readOptions, validateDuration, validatePeriod, validateString } = require('lab/options');
const { fork } = require('lab/random');
const { makeReport } = require('lab/report');
const { cancel, loopTime, schedule } = require('lab/time');
const { codes } = require('internal/errors');
const { validateAbortSignal, validateOneOf } = require('internal/validators');

const { then } = Promise.prototype;
const { apply } = Reflect;
const known = ['rps', 'duration', 'arrivals', 'mix', 'timeout', 'warmup', 'name', 'signal'];

/** What has become of a request. */
const state = { pending: 0, completed: 1, failed: 2, timedOut: 3 };

/** One request of a load, as it is dispatched. */
class LoadRequest {
  #run;
  #index;

  constructor(run, index, { method, path }) {
    this.#run = run;
    this.#index = index;
    this.method = method;
    this.path = path;
  }

  /** Is aborted when the load's timeout is over for this request. */
  get signal() {
    return this.#run.signalFor(this.#index);
  }

  /** For a server whose handlers run elsewhere: when the handler was called, and by which worker. */
  [kStarted](time, worker) {
    this.#run.noteStart(this.#index, time, worker);
  }
}

/** A load that is under way. */
class LoadRun {
  #settings;
  #target;
  #resolve;
  #delivered = 0;
  #settled = 0;
  #swept = 0;
  #sweep = undefined;
  #closing = undefined;
  #isClosed = false;
  #controllers = new Map();
  #ids;
  #idleAtStart = 0;
  #endMeasurement = undefined;

  constructor(target, settings, offsets, choose) {
    this.#target = target;
    this.#settings = settings;
    const count = offsets.length;
    // The next whole millisecond, so that times in the report are round.
    const start = Math.floor(loopTime()) + 1;
    this.scheduled = offsets.map((offset) => start + offset);
    this.closes = start + settings.warmup + settings.duration;
    this.paths = Uint32Array.from({ length: count }, choose);
    this.started = new Float64Array(count);
    this.ended = new Float64Array(count);
    this.states = new Uint8Array(count);
    // By request, the number of the worker that handled it; 0 where there are no workers, or none got to it.
    this.workers = new Uint32Array(count);
    this.endings = new Float64Array(count);
    this.completions = new Float64Array(count);
    this.completedCount = 0;
    // The first that counts is the first after the warm-up.
    this.first = offsets.findIndex((offset) => offset >= settings.warmup);
    if (this.first < 0) this.first = count - 1;
  }

  begin(resolve) {
    this.#resolve = resolve;
    const { scheduled } = this;
    const deliver = () => this.#deliver();
    this.#ids = scheduled.map((time) => schedule(deliver, time));
    this.#sweep = schedule(() => this.#sweepTimeouts(), scheduled[0] + this.#settings.timeout);
    this.#closing = schedule(() => {
      this.#isClosed = true;
      this.#finishIfOver();
    }, this.closes);
  }

  /** Takes back what has not arrived. */
  stop() {
    cancel(this.#sweep);
    cancel(this.#closing);
    for (let index = this.#delivered; index < this.#ids.length; index++) cancel(this.#ids[index]);
  }

  // Arrivals come in the order of their times, so the next one is that of the next number.
  #deliver() {
    const index = this.#delivered++;
    if (index === this.first) this.#beginMeasurement();
    this.started[index] = loopTime();
    const request = new LoadRequest(this, index, this.#settings.mix[this.paths[index]]);
    let result;
    try {
      result = this.#target.dispatch(request);
    } catch (error) {
      this.#settle(index, state.failed);
      return;
    }
    const promise = result instanceof Promise ? result : Promise.resolve(result);
    apply(then, promise, [
      (answer) => this.#settle(index, answer?.status >= 400 ? state.failed : state.completed),
      () => this.#settle(index, state.failed),
    ]);
  }

  #beginMeasurement() {
    this.#idleAtStart = binding.eventLoopUtilization()[0];
    this.#endMeasurement = this.#target[kMeasure]?.();
  }

  /** Notes when a worker has called the handler for a request. */
  noteStart(index, time, worker) {
    this.started[index] = time;
    this.workers[index] = worker;
  }

  #settle(index, ending) {
    if (this.states[index] !== state.pending) return;
    const now = loopTime();
    const isLate = now - this.scheduled[index] > this.#settings.timeout;
    this.states[index] = isLate ? state.timedOut : ending;
    this.ended[index] = now;
    this.endings[this.#settled++] = now;
    this.#controllers.delete(index);
    if (this.states[index] === state.completed) this.completions[this.completedCount++] = now;
    this.#finishIfOver();
  }

  // Requests time out in the order in which they came, so one deadline at a time is enough.
  #sweepTimeouts() {
    const { timeout } = this.#settings;
    const now = loopTime();
    for (; this.#swept < this.scheduled.length; this.#swept++) {
      const index = this.#swept;
      if (this.states[index] !== state.pending) continue;
      if (this.scheduled[index] + timeout > now) {
        this.#sweep = schedule(() => this.#sweepTimeouts(), this.scheduled[index] + timeout);
        return;
      }
      const controller = this.#controllers.get(index);
      this.#timeOut(index, now);
      const { DOMException } = require('internal/domexception');
      controller?.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    }
  }

  #timeOut(index, now) {
    this.states[index] = state.timedOut;
    this.ended[index] = now;
    this.endings[this.#settled++] = now;
    this.#controllers.delete(index);
    this.#finishIfOver();
  }

  /** The signal of a request, made when somebody asks for it. */
  signalFor(index) {
    const { AbortController } = require('internal/abort_controller');
    let controller = this.#controllers.get(index);
    if (controller === undefined) {
      controller = new AbortController();
      if (this.states[index] === state.pending) this.#controllers.set(index, controller);
      else if (this.states[index] === state.timedOut) controller.abort();
    }
    return controller.signal;
  }

  // It is over when everything is settled, and not before the end of its duration.
  #finishIfOver() {
    if (!this.#isClosed || this.#settled < this.scheduled.length) return;
    cancel(this.#sweep);
    const idle = binding.eventLoopUtilization()[0] - this.#idleAtStart;
    const finish = (workers) => this.#resolve(makeReport(this, this.#settings, { idle, workers }, state));
    if (this.#endMeasurement === undefined) finish();
    else this.#endMeasurement(finish);
  }
}

function targetOf(target) {
  if (typeof target === 'function') return require('lab/server').server(target);
  if (target === null || typeof target !== 'object' || typeof target.dispatch !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('server', 'a lab.server(), a handler or an object with dispatch()', target);
  }
  return target;
}

/** Sends a load to a server, or to a handler; resolves with a report when the last request has settled. */
function load(server, options) {
  const target = targetOf(server);
  const { rps, duration = 10_000, arrivals = 'even', mix = 'GET /', timeout = 60_000, warmup = 0, signal,
    name = typeof target.name === 'string' ? target.name : 'server' } = readOptions(options, 'lab.load()', known);
  validatePeriod(duration, 'options.duration');
  validateDuration(warmup, 'options.warmup');
  validateOneOf(arrivals, 'options.arrivals', ['even', 'poisson']);
  validatePeriod(timeout, 'options.timeout');
  validateString(name, 'options.name');
  validateAbortSignal(signal, 'options.signal');
  const random = fork();
  const offsets = arrivalTimes(rps, warmup + duration, arrivals, random);
  const settings = { rps, duration, arrivals, mix: mixOf(mix), timeout, warmup, name };
  const choose = makeChooser(settings.mix, arrivals, random);
  return abortable(signal, (resolve) => {
    const run = new LoadRun(target, settings, offsets, choose);
    run.begin(resolve);
    return () => run.stop();
  });
}

module.exports = { load };
