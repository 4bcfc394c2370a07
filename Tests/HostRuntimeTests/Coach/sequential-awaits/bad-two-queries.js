// SPDX-License-Identifier: MIT
// expect: 11:sequential-awaits
'use strict';
const lab = require('lab');

const db = lab.db({ max: 4, latency: 30, rows: (sql) => (sql.includes('users') ? [{ n: 2 }] : [{ n: 9 }]) });

async function statistics() {
  const users = await db.query('SELECT count(*) AS n FROM users');
  console.log('counted users');
  const orders = await db.query('SELECT count(*) AS n FROM orders');
  return { users: users.rows[0].n, orders: orders.rows[0].n };
}

statistics().then((numbers) => console.log(numbers));
