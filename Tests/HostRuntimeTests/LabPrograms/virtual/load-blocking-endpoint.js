// SPDX-License-Identifier: MIT
'use strict';
// One endpoint that blocks for 800 ms makes all the others slow; as a wait it slows nobody but itself.
const lab = require('lab');

const quick = async () => {
  lab.busy(1);
  await lab.delay(20);
};
const mix = { 'GET /': 24, 'GET /users': 25, 'GET /report': 1 };
const serverWith = (report) => lab.server({ routes: { 'GET /': quick, 'GET /users': quick, 'GET /report': report } });

async function show(label, report) {
  const { byPath, loopLag } = await lab.load(serverWith(report), { rps: 50, mix });
  console.log(label, 'loop lag', loopLag.max);
  for (const [path, { requests, latency }] of Object.entries(byPath)) {
    console.log(' ', path, requests, latency.min, latency.max);
  }
}

(async () => {
  await show('blocking:', () => lab.busy(800));
  await show('waiting:', () => lab.delay(800));
})();
