// SPDX-License-Identifier: MIT
'use strict';

// Builds the globals of a page's worker: no window and no document, but the way back to the page.

const { define, hooks, install } = require('internal/global_scope');
const scope = require('internal/worker_scope');

scope.install(globalThis);
install();
define('self', globalThis, true);
define('name', binding.workerInit?.name ?? '', true);
for (const name of ['WorkerGlobalScope', 'DedicatedWorkerGlobalScope']) define(name, scope[name]);
for (const name of ['postMessage', 'close', 'importScripts']) define(name, scope[name], true);

module.exports = { ...hooks, workerMain: scope.startPort };
