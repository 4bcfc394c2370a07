// SPDX-License-Identifier: MIT
'use strict';

// Tasks of the page's own machinery (HTML 8.1.7.2 "Queuing tasks").

const { taskSources } = binding;
const { runAtBottom } = require('internal/callbacks');

/** Queues steps as a task of a source: a name of `TaskSource`; `api` is what shows in views of the queues. */
function queueTask(source, steps, api) {
  binding.queueTask(taskSources[source], steps, api);
}

/** Runs the steps of a task: what the loop calls. */
function runTask(steps) {
  runAtBottom(steps);
}

module.exports = { queueTask, runTask };
