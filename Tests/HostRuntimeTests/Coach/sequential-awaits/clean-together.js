// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const temperature = async (city) => {
  await lab.delay(50);
  return city.length;
};

async function main() {
  const cities = ['Oslo', 'Lima', 'Cairo'];
  const values = await Promise.all(cities.map((city) => temperature(city)));
  const [first, second] = await Promise.all([temperature('Rome'), temperature('Bern')]);
  console.log(values, first + second);
}

main();
