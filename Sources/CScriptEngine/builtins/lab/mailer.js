// SPDX-License-Identifier: MIT
'use strict';

// A mail server that keeps what it was given.

const { abortable } = require('lab/abort');
const { Behaviour } = require('lab/behaviour');
const { readOptions, validateObject, validateString } = require('lab/options');
const { loopTime } = require('lab/time');
const { validateAbortSignal } = require('internal/validators');

/** A simulated mail server. */
class Mailer {
  #behaviour;
  #sent = [];

  constructor(options) {
    const { name = 'mailer' } = readOptions(options, 'lab.mailer()', ['latency', 'failures', 'timeout', 'name']);
    validateString(name, 'options.name');
    this.#behaviour = new Behaviour(name, options);
  }

  /** Sends a message with at least `to`; resolves with its number once it is accepted. */
  send(message, options = {}) {
    validateObject(message, 'message');
    validateString(message.to, 'message.to');
    const { signal } = readOptions(options, 'send()', ['signal']);
    validateAbortSignal(signal, 'options.signal');
    const copy = { ...message };
    return abortable(signal, (resolve, reject) => this.#behaviour.begin([copy], () => {
      const id = this.#sent.length + 1;
      this.#sent[this.#sent.length] = { id, ...copy, sentAt: loopTime() };
      resolve({ id });
    }, reject));
  }

  /** The messages that were accepted, oldest first. */
  get sent() {
    return [...this.#sent];
  }
}

/** Makes a mail server. */
function mailer(options = {}) {
  return new Mailer(options);
}

module.exports = { mailer };
