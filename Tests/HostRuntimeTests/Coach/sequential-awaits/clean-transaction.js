// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const db = lab.db({ max: 2, latency: 10, rows: () => [{ balance: 50 }] });

async function transfer(from, to, amount) {
  const connection = await db.acquire();
  try {
    await connection.query('BEGIN');
    const source = await connection.query('SELECT balance FROM accounts WHERE id = $1', [from]);
    if (source.rows[0].balance < amount) throw new Error('not enough');
    await connection.query('UPDATE accounts SET balance = balance - $2 WHERE id = $1', [from, amount]);
    await connection.query('UPDATE accounts SET balance = balance + $2 WHERE id = $1', [to, amount]);
    await connection.query('COMMIT');
  } finally {
    connection.release();
  }
}

transfer(1, 2, 20).then(() => console.log('transferred'));
