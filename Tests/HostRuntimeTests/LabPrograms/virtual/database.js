// SPDX-License-Identifier: MIT
'use strict';
// A pool of two connections: the third query waits, and one that waits too long is turned away.
const lab = require('lab');

(async () => {
  const users = [{ id: 1, name: 'Ada' }, { id: 2, name: 'Alan' }];
  const db = lab.db({
    max: 2, latency: 10, acquireTimeout: 25,
    rows: (sql, [id]) => users.filter((user) => user.id === id),
  });
  console.log(await db.query('SELECT * FROM users WHERE id = $1', [2]));
  console.log(await db.query((limit) => users.slice(0, limit), [1]), performance.now());

  const results = await Promise.allSettled(Array.from({ length: 7 }, () => db.query('SELECT 1')));
  console.log(results.map(({ status }) => status).join(' '), performance.now());
  console.log(results[6].reason.code, results[6].reason.message);
  console.log(db.stats());

  const first = await db.acquire();
  const second = await db.acquire();
  console.log(db.stats().inUse);
  await db.query('SELECT 1', [], { signal: AbortSignal.timeout(20) }).catch(({ name }) => console.log(name));
  await Promise.all([first.query('SELECT 1'), first.query('SELECT 2'), second.query('SELECT 3')]);
  console.log('two on one connection', performance.now());
  first.release();
  second.release();
  try {
    first.release();
  } catch ({ code }) {
    console.log(code);
  }
  await first.query('SELECT 1').catch(({ code }) => console.log(code));

  const flaky = lab.db({ failures: ['fail', new Error('deadlock detected'), 'hang'] });
  for (let count = 0; count < 3; count++) {
    await flaky.query('UPDATE x').catch((error) => console.log(performance.now(), error.code, error.message));
  }
  console.log((await flaky.query('SELECT 1')).rowCount, flaky.stats().failed);
})();
