// SPDX-License-Identifier: MIT
// expect: 15:unhandled-rejection
'use strict';
const lab = require('lab');

process.on('unhandledRejection', (reason) => console.log('noticed:', reason.message));

function loadRates() {
  return lab.delay(10).then(() => {
    throw new Error('rates are closed today');
  });
}

(async () => {
  const rates = loadRates();
  await lab.delay(50);
  try {
    console.log(await rates);
  } catch (error) {
    console.log('too late:', error.message);
  }
})();
