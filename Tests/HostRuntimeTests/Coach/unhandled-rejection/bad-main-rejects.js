// SPDX-License-Identifier: MIT
// expect: 17:unhandled-rejection
'use strict';
const lab = require('lab');

const db = lab.db({ latency: 10, failures: ['fail'] });

async function report() {
  const { rows } = await db.query('SELECT * FROM sales');
  return rows.length;
}

async function main() {
  console.log('sales', await report());
}

main();
