// SPDX-License-Identifier: MIT
'use strict';

// A database behind a pool of connections: who comes when all are taken waits.

const { abortable } = require('lab/abort');
const { Behaviour, coded } = require('lab/behaviour');
const { Gate } = require('lab/gate');
const { readOptions, validateDuration, validateInteger, validateString } = require('lab/options');
const { cancel, loopTime, patience, schedule } = require('lab/time');
const { codes } = require('internal/errors');
const { validateAbortSignal, validateArray } = require('internal/validators');

const known = ['max', 'latency', 'rows', 'failures', 'timeout', 'acquireTimeout', 'name'];

function checkStatement(statement, params) {
  if (typeof statement !== 'string' && typeof statement !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('statement', ['string', 'function'], statement);
  }
  validateArray(params, 'params');
}

/** One connection of a pool, until it is released. Its queries run one after the other. */
class Connection {
  #database;
  #gate = new Gate(1);
  #leave;

  constructor(database, leave) {
    this.#database = database;
    this.#leave = leave;
  }

  /** Runs a statement on this connection. */
  query(statement, params = [], options = {}) {
    checkStatement(statement, params);
    const { signal } = readOptions(options, 'query()', ['signal']);
    validateAbortSignal(signal, 'options.signal');
    if (this.#leave === undefined) {
      return Promise.reject(coded('the connection was released and belongs to somebody else', 'ERR_LAB_RELEASED'));
    }
    return this.#database.run(this.#gate, statement, params, signal);
  }

  /** Gives the connection back to the pool. */
  release() {
    const leave = this.#leave;
    if (leave === undefined) throw coded('the connection was released already', 'ERR_LAB_RELEASED');
    this.#leave = undefined;
    leave();
  }
}

/** A pool of connections to a simulated database. */
class Database {
  #gate;
  #rows;
  #behaviour;
  #acquireTimeout;
  #name;
  #queries = 0;
  #failed = 0;
  #timeouts = 0;

  constructor(options) {
    const { max = 10, rows = [], acquireTimeout = patience, name = 'db' } = readOptions(options, 'lab.db()', known);
    validateInteger(max, 'options.max', 1, 1_000_000);
    if (typeof rows !== 'function') validateArray(rows, 'options.rows');
    validateDuration(acquireTimeout, 'options.acquireTimeout');
    validateString(name, 'options.name');
    this.#gate = new Gate(max);
    this.#rows = rows;
    this.#acquireTimeout = acquireTimeout;
    this.#name = name;
    this.#behaviour = new Behaviour(name, options);
  }

  /** Runs a statement on the next connection that is free. */
  query(statement, params = [], options = {}) {
    checkStatement(statement, params);
    const { signal, acquireTimeout = this.#acquireTimeout } =
      readOptions(options, 'query()', ['signal', 'acquireTimeout']);
    validateAbortSignal(signal, 'options.signal');
    validateDuration(acquireTimeout, 'options.acquireTimeout');
    return this.run(this.#gate, statement, params, signal, acquireTimeout);
  }

  /** Takes a connection, which has to be released. */
  acquire(options = {}) {
    const { signal, timeout = this.#acquireTimeout } = readOptions(options, 'acquire()', ['signal', 'timeout']);
    validateAbortSignal(signal, 'options.signal');
    validateDuration(timeout, 'options.timeout');
    return abortable(signal, (resolve, reject) => (
      this.#enter(this.#gate, timeout, () => resolve(new Connection(this, () => this.#gate.leave())), reject)
    ));
  }

  /** Runs a statement behind a gate: the pool's, or that of one connection. For this file. */
  run(gate, statement, params, signal, timeout = patience) {
    return abortable(signal, (resolve, reject) => {
      let undo;
      const end = (settle) => (value) => {
        gate.leave();
        settle(value);
      };
      const enter = () => {
        this.#queries++;
        const complete = () => end(resolve)(this.#resultOf(statement, params));
        const stop = this.#behaviour.begin([statement, params], complete, end((error) => {
          this.#failed++;
          reject(error);
        }));
        undo = () => {
          stop();
          gate.leave();
        };
      };
      const giveUp = this.#enter(gate, timeout, enter, reject);
      undo ??= giveUp;
      return () => undo();
    });
  }

  #resultOf(statement, params) {
    if (typeof statement === 'function') return statement(...params);
    const rows = typeof this.#rows === 'function' ? this.#rows(statement, params) : [...this.#rows];
    if (!Array.isArray(rows)) throw new codes.ERR_INVALID_RETURN_VALUE('an Array', 'options.rows', rows);
    return { rows, rowCount: rows.length };
  }

  // Enters a gate, now or later; the function returned gives up waiting.
  #enter(gate, timeout, enter, reject) {
    let timer;
    let isIn = false;
    const giveUp = gate.enter(() => {
      isIn = true;
      cancel(timer);
      enter();
    });
    if (!isIn) {
      timer = schedule(() => {
        if (!giveUp()) return;
        this.#timeouts++;
        const { limit, waiting } = gate;
        reject(coded(`${this.#name}: no connection became free within ${timeout} ms ` +
          `(of ${limit}; ${waiting} more wait for one)`, 'ERR_LAB_ACQUIRE_TIMEOUT'));
      }, loopTime() + timeout);
    }
    return () => {
      cancel(timer);
      giveUp();
    };
  }

  /** How the pool is used. */
  stats() {
    const { limit, inUse, maxInUse, waiting, maxWaiting } = this.#gate;
    return {
      max: limit, inUse, maxInUse, waiting, maxWaiting, queries: this.#queries, failed: this.#failed,
      timeouts: this.#timeouts,
    };
  }
}

/** Makes a database with a pool of connections. */
function db(options = {}) {
  return new Database(options);
}

module.exports = { db };
