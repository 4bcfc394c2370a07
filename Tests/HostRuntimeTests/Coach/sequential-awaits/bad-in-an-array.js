// SPDX-License-Identifier: MIT
// expect: 12:sequential-awaits
'use strict';
const lab = require('lab');

async function exchangeRate(currency) {
  await lab.delay(70);
  return currency === 'EUR' ? 1.1 : 0.9;
}

async function quote() {
  const rates = [await exchangeRate('EUR'), await exchangeRate('CHF')];
  console.log(rates.join(' '));
}

quote();
