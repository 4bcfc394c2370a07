// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const db = lab.db({ latency: 10, failures: ['fail'] });

async function main() {
  try {
    await db.query('SELECT 1');
  } catch (error) {
    console.log('first attempt failed:', error.message);
  }
  const { rowCount } = await db.query('SELECT 1');
  console.log('second attempt', rowCount);
}

main();
