// SPDX-License-Identifier: MIT
// expect: 17:missing-return
'use strict';
const lab = require('lab');

const db = lab.db({ latency: 20, rows: () => [] });
let saved = false;

const save = async (row) => {
  await db.query('INSERT INTO log VALUES ($1)', [row]);
  saved = true;
};

lab.delay(5)
  .then(() => 'a row')
  .then((row) => {
    save(row);
  })
  .then(() => console.log('saved?', saved));
