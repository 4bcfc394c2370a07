// SPDX-License-Identifier: MIT
'use strict';
// What a variable counts is counted by one worker only: in turn, each of the three gets every third request.
const lab = require('lab');

const handler = ({ path }, worker) => {
  worker.data.visits++;
  globalThis.seen = [...globalThis.seen ?? [], path];
  return `worker ${worker.id}, visit ${worker.data.visits}: ${globalThis.seen}`;
};

(async () => {
  const data = { visits: 0 };
  const cluster = lab.cluster(3, handler, { name: 'shop', data });
  for (let number = 1; number <= 7; number++) {
    const { status, body } = await cluster.dispatch(`/${number}`);
    console.log(status, body);
  }
  console.log(data, 'seen' in globalThis);
  console.log(cluster);
  console.log(cluster.workers.map(({ requests }) => requests), cluster.stats());
  await cluster.close();
})();
