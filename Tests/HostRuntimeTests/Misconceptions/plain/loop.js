// SPDX-License-Identifier: MIT
let sum = 0;
for (let number = 1; number <= 100; number++) sum += number;
console.log('sum', sum);
