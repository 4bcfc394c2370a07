// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const db = lab.db({ latency: 10, rows: () => [{ total: 3 }] });

const count = () => db.query('SELECT count(*) AS total FROM orders');

async function show() {
  const { rows } = await count();
  console.log('orders', rows[0].total);
}

function main() {
  return show().then(() => console.log('done'));
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
