// SPDX-License-Identifier: MIT
// expect: 14:floating-promise
'use strict';
const lab = require('lab');

lab.routes({ 'POST /audit': { latency: 15, status: 500 } });

async function audit(entry) {
  const response = await fetch('http://log.test/audit', { method: 'POST', body: entry });
  if (!response.ok) throw new Error(`audit log answered ${response.status}`);
}

async function removeUser(id) {
  audit(`remove ${id}`);
  await lab.delay(5);
  return `user ${id} removed`;
}

removeUser(3)
  .then((text) => console.log(text))
  .catch((error) => console.error('not removed:', error.message));
