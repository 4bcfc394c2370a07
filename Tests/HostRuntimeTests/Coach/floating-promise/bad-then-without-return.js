// SPDX-License-Identifier: MIT
// expect: 12:floating-promise
'use strict';
const lab = require('lab');

lab.route('GET /profile', { latency: 40, body: { name: 'Ada' } });
const cache = new Map();

async function loadProfile() {
  fetch('http://api.test/profile')
    .then((response) => response.json())
    .then((profile) => cache.set('profile', profile));
  await lab.delay(10);
  return cache.get('profile');
}

(async () => {
  const profile = await loadProfile();
  console.log('profile', profile);
})();
