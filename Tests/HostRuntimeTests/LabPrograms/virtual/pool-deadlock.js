// SPDX-License-Identifier: MIT
'use strict';
// Each of two jobs holds a connection and wants another one: nobody goes on until one gives up.
const lab = require('lab');

const db = lab.db({ max: 2, latency: 5 });

async function transfer(name) {
  const connection = await db.acquire();
  try {
    await connection.query('BEGIN');
    await db.query('INSERT INTO audit VALUES ($1)', [name]);
    await connection.query('COMMIT');
    return 'done';
  } finally {
    connection.release();
  }
}

Promise.allSettled([transfer('a'), transfer('b')]).then((results) => {
  for (const { status, reason, value } of results) console.log(status, reason?.message ?? value);
  console.log(performance.now(), db.stats().inUse);
});
