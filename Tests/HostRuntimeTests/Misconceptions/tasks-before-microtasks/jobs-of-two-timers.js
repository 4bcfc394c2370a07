// SPDX-License-Identifier: MIT
for (const number of [1, 2]) {
  setTimeout(() => {
    console.log('timer', number);
    Promise.resolve().then(() => console.log('job', number));
  }, 10);
}
