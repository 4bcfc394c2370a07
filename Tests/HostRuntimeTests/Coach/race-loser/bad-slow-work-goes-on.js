// SPDX-License-Identifier: MIT
// expect: 10:race-loser
'use strict';
const lab = require('lab');

const db = lab.db({ latency: 800, rows: () => [{ n: 1 }] });

async function countOrGuess() {
  const count = db.query('SELECT count(*) AS n FROM visits').then(({ rows }) => rows[0].n);
  return Promise.race([count, lab.delay(100, 'many')]);
}

countOrGuess().then((number) => console.log('visits:', number));
