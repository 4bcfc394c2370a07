// SPDX-License-Identifier: MIT
// expect: 14:unhandled-rejection
'use strict';
const lab = require('lab');

async function charge(card, cents) {
  await lab.delay(20);
  if (cents > 1000) throw new RangeError(`card ${card} is limited`);
  return cents;
}

async function pay() {
  const first = charge('one', 500);
  const second = charge('two', 5000);
  await lab.delay(40);
  console.log('paid', await first);
  console.log('paid', await second);
}

pay().catch((error) => console.error('not paid:', error.message));
