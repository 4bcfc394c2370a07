// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const mailer = lab.mailer({ latency: 30 });
const people = ['ada@x.test', 'alan@x.test'];

async function invite(to) {
  const { id } = await mailer.send({ to, subject: 'Join us' });
  return id;
}

async function main() {
  const ids = await Promise.all(people.map(async (person) => invite(person)));
  console.log('sent', ids.length);
  people.forEach((person) => console.log('told', person));
}

main();
