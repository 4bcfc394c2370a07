// SPDX-License-Identifier: MIT
'use strict';
// Distributions keep to their form, and the seed decides every number.
const lab = require('lab');

async function sample(latency, count = 4000) {
  lab.route('GET /x', { latency });
  const times = await Promise.all(Array.from({ length: count }, async () => {
    const start = performance.now();
    await fetch('http://api.test/x');
    return performance.now() - start;
  }));
  return times.sort((first, second) => first - second);
}

const near = (value, wanted, tolerance) => Math.abs(value - wanted) <= tolerance;

(async () => {
  const uniform = await sample([20, 80]);
  console.log(uniform[0] >= 20, uniform.at(-1) < 80, near(uniform[2000], 50, 2), near(uniform[400], 26, 2));
  const normal = await sample({ mean: 100, stddev: 10 });
  console.log(near(normal[2000], 100, 1), near(normal[3364], 110, 1.5), near(normal[636], 90, 1.5));
  const skewed = await sample({ p50: 40, p99: 400 });
  console.log(near(skewed[2000], 40, 3), near(skewed[3960], 400, 60), skewed[0] > 0);
  const computed = await sample(({ attempt }) => attempt * 2, 3);
  console.log(computed);

  lab.reset();
  const first = await sample([0, 1000], 5);
  lab.reset();
  const second = await sample([0, 1000], 5);
  lab.seed(7);
  const third = await sample([0, 1000], 5);
  console.log(near(first[4], second[4], 1e-6), near(first[4], third[4], 1e-6));
  lab.seed(1);
  const numbers = [lab.random(), lab.random()];
  lab.seed(1);
  console.log(numbers[0] === lab.random(), numbers[1] === lab.random(), numbers[0] < 1);
})();
