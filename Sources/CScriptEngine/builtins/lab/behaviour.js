// SPDX-License-Identifier: MIT
'use strict';

// How a service behaves that is no HTTP server: how long its operations take and which of them fail.

const { latencyOf, usual } = require('lab/latency');
const { outcomesOf } = require('lab/outcomes');
const { validateDuration } = require('lab/options');
const { fork } = require('lab/random');
const { cancel, patience, scheduleAnswer } = require('lab/time');

function coded(message, code) {
  const error = new Error(message);
  error.code = code;
  return error;
}

/** The options `latency`, `failures` and `timeout` of a service. */
class Behaviour {
  random = fork();
  #latency;
  #nextOutcome;
  #timeout;
  #name;

  constructor(name, { latency = usual, failures, timeout = 10_000 }) {
    this.#name = name;
    this.#latency = latencyOf(latency);
    this.#nextOutcome = outcomesOf(failures, this.random);
    validateDuration(timeout, 'options.timeout');
    this.#timeout = timeout;
  }

  /** Begins an operation, which ends in `complete()` or `reject(error)`; the function returned takes it back. */
  begin(args, complete, reject) {
    let outcome;
    let time;
    try {
      outcome = this.#nextOutcome(...args);
      time = this.#timeOf(outcome, args);
    } catch (error) {
      // From a function that the program gave as an option.
      outcome = { kind: 'error', error };
      time = 0;
    }
    const end = () => {
      const error = this.#errorOf(outcome);
      if (error !== undefined) {
        reject(error);
        return;
      }
      try {
        complete();
      } catch (thrown) {
        reject(thrown);
      }
    };
    const id = scheduleAnswer(end, time);
    return () => cancel(id);
  }

  #timeOf({ kind }, args) {
    if (kind === 'hang') return patience;
    return kind === 'timeout' ? this.#timeout : this.#latency(this.random, ...args);
  }

  #errorOf({ kind, error }) {
    switch (kind) {
      case 'error': return error;
      case 'fail': return coded(`${this.#name}: the connection broke`, 'ECONNRESET');
      case 'timeout': return coded(`${this.#name}: no answer within ${this.#timeout} ms`, 'ETIMEDOUT');
      case 'hang': return coded(`${this.#name}: no answer within ${patience} ms`, 'ETIMEDOUT');
      default: return undefined;
    }
  }
}

module.exports = { Behaviour, coded };
