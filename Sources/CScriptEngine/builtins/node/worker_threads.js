// SPDX-License-Identifier: MIT
'use strict';

const { markAsUntransferable } = require('internal/message_transfer');
const { MessageChannel, MessagePort, receiveMessageOnPort } = require('internal/message_port');
const { SHARE_ENV, defaultLimits, namedLimits } = require('internal/worker_options');
const thread = require('internal/worker_thread');

/** A value that later workers get a copy of; undefined takes it back. */
function setEnvironmentData(key, value) {
  if (value === undefined) thread.environmentData.delete(key);
  else thread.environmentData.set(key, value);
}

/** The value that this thread, or the one that started it, has set. */
function getEnvironmentData(key) {
  return thread.environmentData.get(key);
}

module.exports = {
  isMainThread: thread.isMainThread,
  MessagePort,
  MessageChannel,
  markAsUntransferable,
  receiveMessageOnPort,
  resourceLimits: thread.isMainThread ? {} : namedLimits(binding.workerInit.resourceLimits, defaultLimits),
  threadId: thread.threadId,
  SHARE_ENV,
  Worker: require('internal/worker').Worker,
  parentPort: thread.openParentPort(),
  workerData: thread.workerData,
  setEnvironmentData,
  getEnvironmentData,
};
