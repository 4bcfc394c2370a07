// SPDX-License-Identifier: MIT
// expect: 11:floating-promise
'use strict';
const lab = require('lab');

const mailer = lab.mailer({ latency: 30 });
const customers = ['ada@x.test', 'alan@x.test', 'grace@x.test'];

function sendNewsletter() {
  let sent = 0;
  customers.forEach(async (to) => {
    await mailer.send({ to, subject: 'News' });
    sent += 1;
  });
  console.log(`${sent} of ${customers.length} sent`);
}

sendNewsletter();
