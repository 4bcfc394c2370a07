// SPDX-License-Identifier: MIT
async function risky(step) {
  console.log('step', step);
  if (await (step > 1)) throw new Error(`step ${step} failed`);
  console.log('did', step);
}
risky(1);
risky(2).catch((error) => console.log(error.message));
console.log('asked for both');
