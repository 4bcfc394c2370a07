// SPDX-License-Identifier: MIT
// A data: URL holds the text of a module.
const { Worker } = require('node:worker_threads');

const text = 'import { parentPort } from "node:worker_threads"; parentPort.postMessage([typeof require, this === undefined]);';
const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(text)}`));
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code));
