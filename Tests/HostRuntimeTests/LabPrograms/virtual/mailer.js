// SPDX-License-Identifier: MIT
'use strict';
// A slow mailer holds up whoever waits for it; what it accepted can be looked at.
const lab = require('lab');

const mailer = lab.mailer({ latency: 400, failures: ['ok', 'fail'] });

async function checkout(order) {
  await lab.delay(50);
  return mailer.send({ to: order.email, subject: `Order ${order.id}` });
}

(async () => {
  console.log(await checkout({ id: 1, email: 'ada@mail.test' }), performance.now());
  await checkout({ id: 2, email: 'alan@mail.test' }).catch((error) => console.log(error.code, error.message));
  const { signal } = new AbortController();
  await mailer.send({ to: 'grace@mail.test', text: 'Hello' }, { signal });
  const late = mailer.send({ to: 'late@mail.test' }, { signal: AbortSignal.timeout(100) });
  await late.catch(({ name }) => console.log(name));
  console.log(mailer.sent);
})();
