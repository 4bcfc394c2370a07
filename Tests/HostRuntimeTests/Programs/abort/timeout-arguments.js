// SPDX-License-Identifier: MIT
// What AbortSignal.timeout takes for a time, and that each call gives a signal of its own.
for (const delay of [undefined, null, '5', -1, 1.5, NaN, 2 ** 32]) {
  try {
    AbortSignal.timeout(delay);
    console.log('accepted', delay);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
const first = AbortSignal.timeout(0);
console.log(first === AbortSignal.timeout(0), first.aborted, first.reason, first instanceof AbortSignal);
setTimeout(() => console.log(first.aborted, first.reason.message), 20);
