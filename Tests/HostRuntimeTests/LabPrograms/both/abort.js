// SPDX-License-Identifier: MIT
'use strict';
// A deadline ends what takes too long, and the request is recorded as aborted.
const lab = require('lab');

lab.route('GET /hangs', { hang: true });
(async () => {
  try {
    await fetch('http://api.test/hangs', { signal: AbortSignal.timeout(30) });
  } catch (error) {
    console.log(error.name, error.message);
  }
  console.log(lab.calls()[0].outcome);
  await lab.delay(100_000, undefined, { signal: AbortSignal.timeout(30) }).catch(({ name }) => console.log(name));
  const db = lab.db({ max: 1, latency: 10 });
  const connection = await db.acquire();
  await db.query('SELECT 1', [], { acquireTimeout: 20 }).catch(({ code }) => console.log(code));
  connection.release();
  console.log((await db.query('SELECT 1')).rowCount, db.stats().maxWaiting);
})();
