// SPDX-License-Identifier: MIT
'use strict';
// A handler in a file has variables of its own in each worker. This file is both: what it exports is the handler.
const lab = require('lab');
const { isMainThread } = require('worker_threads');

let visits = 0;
if (isMainThread) main();
else module.exports = (request, { id, data }) => `${data.greeting} from worker ${id}, visit ${++visits}`;

async function main() {
  for (const handler of [__filename, require('url').pathToFileURL(__filename)]) {
    const cluster = lab.cluster(2, handler, { data: { greeting: 'hello' } });
    for (let number = 1; number <= 3; number++) console.log((await cluster.dispatch('/')).body);
    await cluster.close();
  }
  console.log(visits);
}
