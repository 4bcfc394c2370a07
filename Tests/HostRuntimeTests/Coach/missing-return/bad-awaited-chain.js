// SPDX-License-Identifier: MIT
// expect: 11:missing-return
'use strict';
const lab = require('lab');

const mailer = lab.mailer({ latency: 25 });

async function register(name) {
  await lab.delay(5)
    .then(() => {
      mailer.send({ to: `${name}@x.test` });
    });
  console.log('mails sent:', mailer.sent.length);
}

register('ada').catch((error) => console.error(error));
