// SPDX-License-Identifier: MIT
console.log(40 + 40)
